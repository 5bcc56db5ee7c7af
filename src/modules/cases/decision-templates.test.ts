// The shipped templates of decisions against the forms and services that they belong to.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Group, type Member, readShippedForms } from '#modules/forms'
import { readDecisionTemplates } from './decision-templates.ts'
import { placesIn } from './domain/decision.ts'

const services = join(import.meta.dirname, '..', '..', '..', 'data', 'services')
const facts = ['applicant', 'number', 'referenceNumber', 'submittedOn', 'today', 'authority', 'seat']
const templates = await readDecisionTemplates()

interface OnlineService {
  readonly key: string
  readonly online?: { readonly form: string; readonly decision: string }
}

async function onlineServices(): Promise<readonly Required<OnlineService>[]> {
  const names = (await readdir(services)).filter((name) => name.endsWith('.json'))
  const all = await Promise.all(names.map(async (name): Promise<OnlineService> => JSON.parse(await readFile(join(services, name), 'utf8'))))
  return all.flatMap((service) => (service.online === undefined ? [] : [{ key: service.key, online: service.online }]))
}

/** Questions that everybody answers: required, under no condition of theirs or of a group around them. */
function surePaths(members: readonly Member[], path: string): readonly string[] {
  return members.flatMap((member) => {
    if (member.when !== undefined || member.occurs.min === 0) return []
    const own = `${path}.${member.key}`
    return member.kind === 'group' ? surePaths(member.members, own) : [own]
  })
}

test('every service that is decided online has a template', async () => {
  for (const { key, online } of await onlineServices()) assert.ok(templates.has(online.decision), `${key}: ${online.decision}`)
})

test('a template names only what the form surely asks, what the house knows or what the clerk judges', async () => {
  const forms = new Map((await readShippedForms()).map((form) => [form.key, form]))
  for (const { online } of await onlineServices()) {
    const form = forms.get(online.form)
    const template = templates.get(online.decision)
    assert.ok(form && template)
    const sure = form.pages.flatMap((page: Group) => (page.when === undefined ? surePaths(page.members, page.key) : []))
    for (const outcome of template.outcomes) {
      const known = new Set([...facts, ...sure, ...outcome.judgement.map((field) => field.key)])
      const texts = [outcome.subject, ...outcome.operative, ...outcome.reasons, ...(outcome.legalRemedy ?? template.legalRemedy)]
      for (const place of texts.flatMap(placesIn)) assert.ok(known.has(place), `${template.key}/${outcome.key}: ${place}`)
      const named = new Set(texts.flatMap(placesIn))
      for (const field of outcome.judgement) {
        assert.ok(named.has(field.key), `${template.key}/${outcome.key} asks ${field.key} and never prints it`)
        assert.ok(field.type !== 'choice' || (field.choices ?? []).length > 1, `${field.key} has nothing to choose`)
      }
    }
  }
})

test('what burdens a person says how to object, within a month and where', () => {
  const burdening = ['hundesteuer-bescheid/assessed', 'meldebescheinigung/refused', 'blaue-karte-bescheid/refused']
  for (const name of burdening) {
    const [key = '', outcomeKey] = name.split('/')
    const template = templates.get(key)
    const outcome = template?.outcomes.find((one) => one.key === outcomeKey)
    const remedy = (outcome?.legalRemedy ?? template?.legalRemedy ?? []).join(' ')
    assert.match(remedy, /innerhalb eines Monats nach seiner Bekanntgabe.*\{\{authority\}\}.*\{\{seat\}\}/s, name)
  }
})

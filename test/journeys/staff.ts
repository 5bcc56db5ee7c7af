// What staff do in the journeys: sign in, find the case, decide, close, hand over.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { attempt, leftOutWithout, run, standardsFolder } from '#test/harness/foreign.ts'
import { fillIn, follow, followLink, look, press, untilText, type Values, type Walk } from '#test/harness/walk.ts'

const password = 'rennsteig-demo'

export async function signInAsStaff(walk: Walk, login: string): Promise<void> {
  const { page } = walk
  await page.goto('/arbeit')
  await look(walk, 'sign-in')
  await fillIn(page, { login, password })
  await press(page, 'Anmelden')
  assert.match(await page.title(), /Arbeitsplatz/, page.url())
  await look(walk, 'work-list')
}

/** Opens the case with that submission number from the list of all; it may take a moment until it is there. */
export async function openCaseOf(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  const list = `/arbeit?ansicht=alle&wort=${number}`
  await page.goto(list)
  const link = page.locator('main a[href*="/arbeit/vorgang/"]').first()
  for (let tries = 0; tries < 60 && (await link.count()) === 0; tries++) {
    await page.waitForTimeout(500)
    await page.goto(list)
  }
  await follow(page, () => link.click())
  assert.match(await page.locator('main').innerText(), new RegExp(number))
}

export interface Deciding {
  readonly outcome: string
  readonly judgement: Values
  /** Where four eyes are due the draft is handed in instead. */
  readonly fourEyes?: boolean
}

/** Takes the case, writes the decision, looks at the preview and hands it in. */
export async function decide(walk: Walk, deciding: Deciding): Promise<void> {
  const { page } = walk
  await press(page, /Übernehmen/)
  await look(walk, 'case')
  await followLink(page, 'Bescheid schreiben')
  await fillIn(page, { ergebnis: deciding.outcome })
  await press(page, 'Weiter')
  await fillIn(page, deciding.judgement)
  await look(walk, 'judgement')
  await press(page, /Entwurf speichern/)
  await look(walk, 'draft')
  const preview = await page.request.get(`${page.url().split('?')[0]}.pdf`)
  assert.equal((await preview.body()).subarray(0, 5).toString(), '%PDF-')
  await press(page, deciding.fourEyes === true ? /Zur Unterschrift/ : /Unterschreiben/)
}

/** Waits until the notice is delivered, then closes the case (z. d. A.). */
export async function closeCase(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  await openCaseOf(walk, number)
  await untilText(page, /Zugestellt/)
  await look(walk, 'delivered')
  await page
    .locator('main details', { hasText: /Zu den Akten|z\. d\. A\./ })
    .locator('summary')
    .click()
    .catch(() => undefined)
  await press(page, 'Jetzt schließen')
  await look(walk, 'closed')
}

/** Exports the closed dossier and has the message judged against the official schema. */
export async function exportDossier(walk: Walk, number: string): Promise<void> {
  const { page } = walk
  await page.goto(`/arbeit/suche?q=${number}`)
  await look(walk, 'search')
  await follow(page, () => page.locator('main a[href*="/arbeit/akte/"]').first().click())
  await look(walk, 'dossier')
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('main form[action$="/export"] button').click()])
  const file = await download.path()
  assert.match(download.suggestedFilename(), /^[0-9a-f-]{36}_Aussonderung\.Aussonderung\.0503\.zip$/i)
  await judgePackage(file)
}

async function judgePackage(file: string): Promise<void> {
  const standards = standardsFolder()
  if (leftOutWithout('unzip', 'xmllint') !== false || standards === undefined) return
  const folder = `${file}-unpacked`
  run('unzip', '-q', '-o', file, '-d', folder)
  const names = run('unzip', '-Z1', file).trim().split('\n')
  const message = names.find((name) => name.endsWith('.0503.xml')) ?? ''
  const schema = join(standards, 'xdomea/schema/3.1.0/xdomea-Nachrichten-AussonderungDurchfuehren.xsd')
  const verdict = attempt('xmllint', '--noout', '--schema', schema, join(folder, message))
  assert.equal(verdict.status, 0, verdict.output)
  const text = await readFile(join(folder, message), 'utf8')
  const referenced = [...text.matchAll(/Dateiname>([^<]+)</g)].map((match) => match[1] ?? '').filter((name) => /^[0-9a-f-]{36}/.test(name))
  assert.ok(referenced.length >= 2, 'the record of the form and the notice are among the primary files')
  for (const name of referenced) assert.ok(names.includes(name), `${name} is missing in the package`)
}

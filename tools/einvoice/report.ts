// `validate` without --json: what a bookkeeper reads about a file, in German or English.
import { explain, type Finding, type Judgement } from '#standards/einvoice'
import type { Told } from './validate.ts'

const words = {
  de: {
    verdict: { accept: 'angenommen', reject: 'abgelehnt', undefined: 'nicht prüfbar' },
    level: { error: 'Fehler', warning: 'Warnung', information: 'Hinweis' },
    reason: 'Grund',
    embedded: 'eingebettet',
    rules: 'Regelstand',
    line: 'Zeile',
    was: 'sonst',
    todo: 'Zu tun',
    clean: 'Keine Beanstandung.',
  },
  en: {
    verdict: { accept: 'accepted', reject: 'rejected', undefined: 'cannot be judged' },
    level: { error: 'Error', warning: 'Warning', information: 'Note' },
    reason: 'Reason',
    embedded: 'embedded',
    rules: 'rule set',
    line: 'line',
    was: 'otherwise',
    todo: 'To do',
    clean: 'Nothing to complain about.',
  },
} as const

const ranks = { error: 0, warning: 1, information: 2 } as const

/** @returns a writer for one file: verdict first, then errors, warnings and notes */
export function reportIn(language: 'de' | 'en'): (told: Told) => string {
  const say = words[language]
  return ({ file, pdf, judgement, error }) => {
    const source =
      pdf === undefined ? file : `${file} (${say.embedded}: ${pdf.attachment}${pdf.profile === undefined ? '' : `, ${pdf.profile}`})`
    if (judgement === undefined) return `${source}: ${say.verdict.undefined}\n  ${say.reason}: ${error ?? ''}\n`
    const head = [say.verdict[judgement.verdict], judgement.scenario, `${say.rules} ${judgement.ruleSet}`].filter(
      (part) => part !== undefined,
    )
    const findings = judgement.findings.toSorted((left, right) => ranks[left.effectiveLevel] - ranks[right.effectiveLevel])
    const lines = findings.flatMap((finding) => describe(finding, judgement, language))
    return [`${source}: ${head.join(' · ')}`, ...(lines.length === 0 ? [`  ${say.clean}`] : lines), ''].join('\n')
  }
}

function describe(finding: Finding, { document }: Judgement, language: 'de' | 'en'): readonly string[] {
  const say = words[language]
  const { rule, level, effectiveLevel, location, bt, line } = finding
  const text = explain(finding, document, language)
  const changed = level === effectiveLevel ? '' : ` (${say.was} ${say.level[level]})`
  const place = [line === undefined ? undefined : `${say.line} ${line}`, location === '' ? undefined : location]
  return [
    `  ${say.level[effectiveLevel]}${changed} ${rule}${bt === undefined ? '' : ` · ${bt}`}: ${text.title}`,
    `    ${text.wrong}`,
    `    ${say.todo}: ${text.todo}`,
    `    ${place.filter((part) => part !== undefined).join(' · ')}`,
  ]
}

// Words of the forms, in each language.
import { formatDay, parseDay } from '#kernel/dates.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import { formatEuro } from '#kernel/money.ts'
import type { FormDefinition } from '../domain/definition.ts'
import type { Problem } from '../domain/validation.ts'
import { english } from './english.ts'
import { type FormsTexts, german } from './german.ts'

const plain: FormsTexts = {
  ...german,
  asksOther: 'Wir haben noch eine Frage an Sie.',
  saveLater: 'Speichern. Später weitermachen.',
  checkIntroduction: 'Lesen Sie alles noch einmal. Ist etwas falsch? Dann klicken Sie auf Ändern.',
  submitWithFee: 'Absenden. Das kostet Geld.',
  doneTitle: 'Ihr Antrag ist angekommen',
  conflictIntroduction: 'Sie haben das an zwei Stellen geändert. Was soll gelten?',
}

const texts: Record<Language, FormsTexts> = { de: german, en: english, plain }

export type { FormsTexts }

export function formsTexts(language: Language): FormsTexts {
  return texts[language]
}

/** What to do about a problem, in the person's words. */
export function problemText(definition: FormDefinition, problem: Problem, language: Language): string {
  const { member, kind, bound } = problem
  const words = texts[language].problems
  const label = inLanguage(member.kind === 'field' ? member.label : member.title, language).replace(/[?:]$/, '')
  if (kind === 'check') {
    const check = definition.checks?.[Number(bound)]
    return check === undefined ? words.pattern(label) : inLanguage(check.message, language)
  }
  if (member.kind === 'group') return kind === 'missing' ? words['missing-entries'](label) : words[kind](label, bound ?? '')
  if (kind === 'pattern' && member.pattern !== undefined) return inLanguage(member.pattern.message, language)
  if (kind === 'missing') {
    if (member.type === 'file') return words['missing-file'](label)
    const isChosen = member.type === 'yes-no' || member.type === 'choice' || member.type === 'choices' || member.type === 'country'
    return isChosen ? words['missing-choice'](label) : words.missing(label)
  }
  const day = bound === undefined ? undefined : parseDay(bound)
  const shown =
    day !== undefined
      ? formatDay(day, language)
      : member.type === 'money' && bound !== undefined
        ? formatEuro(BigInt(bound))
        : (bound ?? '')
  return words[kind](label, shown.replace('.', member.type === 'decimal' ? ',' : '.'))
}

// Rows: answers as people read them, grouped as they were asked.
import type { Language } from '#kernel/language.ts'
import { inLanguage } from '#kernel/language.ts'
import { answerAt, entriesAt, type Path, pathText, textAt, textsAt } from './answers.ts'
import { visibilityOf } from './conditions.ts'
import type { Answers, Choice, Field, FormDefinition, Group, Member } from './definition.ts'
import { choicesOf, isRepeated } from './validation.ts'
import { valueInWords } from './values.ts'

export interface AnswerRow {
  /** Dotted, with list positions: "dogs.dog.0.name". */
  readonly path: string
  readonly label: string
  /** Empty where nothing was answered. */
  readonly text: string
  /** Ids of files, for questions that take them. */
  readonly files: readonly string[]
}

export interface AnswerGroup {
  readonly path: string
  readonly page: string
  readonly title: string
  /** 0 for a page, 1 and more for groups inside. */
  readonly depth: number
  readonly rows: readonly AnswerRow[]
}

const yesNo: Record<Language, Readonly<Record<string, string>>> = {
  de: { yes: 'Ja', no: 'Nein' },
  en: { yes: 'Yes', no: 'No' },
  plain: { yes: 'Ja', no: 'Nein' },
}

/** All answers of a form as rows in the order of its questions; what is not asked is left out. */
export function answersAsRows(
  definition: FormDefinition,
  answers: Answers,
  language: Language,
  codeLists: ReadonlyMap<string, readonly Choice[]> = new Map(),
): readonly AnswerGroup[] {
  const visibility = visibilityOf(definition, answers)
  const groups: AnswerGroup[] = []
  const visit = (group: Group, path: Path, title: string, depth: number): void => {
    const rows: AnswerRow[] = []
    groups.push({ path: pathText(path), page: String(path[0]), title, depth, rows })
    for (const member of group.members) visitMember(member, [...path, member.key], rows, depth)
  }
  const visitMember = (member: Member, path: Path, rows: AnswerRow[], depth: number): void => {
    if (!visibility.isShown(path)) return
    if (member.kind === 'field') {
      if (member.type !== 'note' && member.type !== 'hidden') rows.push(rowOf(member, answers, path, language, codeLists))
    } else if (isRepeated(member)) {
      const name = inLanguage(member.entryName ?? member.title, language)
      entriesAt(answers, path).forEach((_, index) => visit(member, [...path, index], `${name} ${index + 1}`, depth + 1))
    } else visit(member, path, inLanguage(member.title, language), depth + 1)
  }
  for (const page of definition.pages) {
    if (visibility.isShown([page.key])) visit(page, [page.key], inLanguage(page.title, language), 0)
  }
  return groups
}

function rowOf(
  field: Field,
  answers: Answers,
  path: Path,
  language: Language,
  codeLists: ReadonlyMap<string, readonly Choice[]>,
): AnswerRow {
  const files = field.type === 'file' ? textsAt(answers, path) : []
  return {
    path: pathText(path),
    label: inLanguage(field.label, language),
    text: answerText(field, answers, path, language, codeLists),
    files,
  }
}

/** One answer in words. */
export function answerText(
  field: Field,
  answers: Answers,
  path: Path,
  language: Language,
  codeLists: ReadonlyMap<string, readonly Choice[]>,
): string {
  if (field.type === 'file') return ''
  const name = (value: string): string => {
    const choice = choicesOf(field, codeLists).find((each) => each.value === value)
    return choice === undefined ? valueInWords(field, value, language) : inLanguage(choice.label, language)
  }
  if (field.type === 'choices') return textsAt(answers, path).map(name).join(', ')
  const stored = textAt(answers, path)
  if (stored === '') return ''
  return field.type === 'yes-no' ? (yesNo[language][stored] ?? stored) : name(stored)
}

/** A short name of a list's entry: its first answered questions. */
export function entryTitle(
  group: Group,
  answers: Answers,
  path: Path,
  language: Language,
  codeLists: ReadonlyMap<string, readonly Choice[]>,
): string {
  const texts: string[] = []
  const visit = (members: readonly Member[], at: Path): void => {
    for (const member of members) {
      if (texts.length >= 2) return
      if (member.kind === 'group') {
        if (!isRepeated(member)) visit(member.members, [...at, member.key])
      } else if (answerAt(answers, [...at, member.key]) !== undefined) {
        const text = answerText(member, answers, [...at, member.key], language, codeLists)
        if (text !== '' && member.type !== 'yes-no' && text.length < 60) texts.push(text)
      }
    }
  }
  visit(group.members, path)
  return texts.join(', ')
}

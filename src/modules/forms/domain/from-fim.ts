// From a FIM schema (XDatenfelder) to a form definition, with a report of all that could not be taken over.
import type { Decoded, Described, Group as FimGroup, Message, Rule, Structure } from '#standards/xdatenfelder'
import type { CodeList } from './code-list.ts'
import type { FormDefinition, Group, Member, ProseRule } from './definition.ts'
import { membersFromField } from './from-fim-field.ts'
import type { Import } from './from-fim-task.ts'
import { asideOf, keyOf, legalBasis, localised, nameOf, sourceOf, uniqueKey } from './from-fim-words.ts'
import type { ImportNote, ImportReport } from './import-report.ts'

export interface ImportedForm {
  readonly definition: FormDefinition
  readonly report: ImportReport
}

/** Above so many questions a group at the top is divided into one page per inner group. */
const questionsPerPage = 12

/**
 * Makes a form of a decoded message: each group at the top becomes a page, large ones one page per inner group,
 * fields at the top are gathered. Keys come from FIM ids, so they stay the same in later versions.
 */
export function formFromFim(
  decoded: Omit<Decoded, 'message'> & { readonly message: Message },
  codeLists: readonly CodeList[],
): ImportedForm {
  const notes: ImportNote[] = []
  const proseRules: ProseRule[] = []
  const task: Import = {
    codeLists,
    proseRules,
    note: (part, path, verdict, what, why) => {
      notes.push({ verdict, element: sourceOf(part), line: decoded.lineOf(part), path, what, why })
    },
  }
  const { root, standard } = decoded.message
  const isSchema = root.kind === 'schema'
  const structures = isSchema ? root.members : root.kind === 'document-profile' ? [] : [{ min: 1, max: 1, references: [], contains: root }]
  if (isSchema) {
    for (const rule of root.rules) addRule(task, rule, '')
    noteAside(task, root, '')
  }
  const pages = pagesFrom(task, structures)
  if (pages.length === 0) task.note(root, '', 'lost', 'form', 'the source has no group and no field')
  const definition: FormDefinition = {
    key: keyOf(root),
    version: root.identification.version || 'draft',
    title: localised(nameOf(root)),
    pages,
    ...(proseRules.length > 0 ? { proseRules } : {}),
    source: { standard: `XDatenfelder ${standard}`, schema: root.identification.id, version: root.identification.version },
  }
  for (const issue of decoded.issues) {
    const verdict = issue.severity === 'error' ? 'lost' : 'changed'
    notes.push({ verdict, element: issue.path, line: issue.line, path: '', what: issue.code, why: issue.message })
  }
  return { definition, report: { notes, placesInSource: countPlaces(structures), placesTaken: countTaken(pages) } }
}

function pagesFrom(task: Import, structures: readonly Structure[]): Group[] {
  const pages: Group[] = []
  const keys = new Set<string>()
  let gathered: Structure[] = []
  const closeGathered = () => {
    const [first] = gathered
    if (first === undefined) return
    const key = uniqueKey(keys, `further${keyOf(first.contains)}`)
    pages.push({
      kind: 'group',
      key,
      title: { de: 'Weitere Angaben', en: 'Further details', plain: 'Weitere Fragen' },
      occurs: { min: 1, max: 1 },
      members: membersFrom(task, gathered, key),
    })
    gathered = []
  }
  for (const structure of structures) {
    const { contains } = structure
    if (contains.kind === 'field') gathered.push(structure)
    else if (structure.max !== 1) {
      // A page stands once: what may be repeated stands on a page of its own.
      closeGathered()
      const key = uniqueKey(keys, `page${keyOf(contains)}`)
      pages.push({
        kind: 'group',
        key,
        title: localised(nameOf(contains)),
        occurs: { min: 1, max: 1 },
        members: membersFrom(task, [structure], key),
      })
    } else {
      closeGathered()
      pages.push(...pagesOfGroup(task, structure, contains, keys))
    }
  }
  closeGathered()
  return pages
}

function pagesOfGroup(task: Import, structure: Structure, group: FimGroup, keys: Set<string>): Group[] {
  const inner = group.members.filter((member) => member.contains.kind === 'group' && countQuestions([member]) > 2)
  if (countQuestions(group.members) <= questionsPerPage || inner.length === 0) {
    return [groupFrom(task, { ...structure, contains: group }, { key: uniqueKey(keys, keyOf(group)), parent: '' }, group.members)]
  }
  const rest = group.members.filter((member) => !inner.includes(member))
  const first = groupFrom(task, { ...structure, contains: group }, { key: uniqueKey(keys, keyOf(group)), parent: '' }, rest)
  task.note(
    group,
    first.key,
    'changed',
    'group',
    `divided into ${inner.length + 1} pages, because it has more than ${questionsPerPage} questions`,
  )
  const optional = structure.min === 0
  const others = inner.flatMap((member) => {
    const below = optional ? { ...member, min: 0 } : member
    if (member.contains.kind === 'field') return []
    if (member.max === 1) return pagesOfGroup(task, below, member.contains, keys)
    const key = uniqueKey(keys, `page${keyOf(member.contains)}`)
    const title = localised(nameOf(member.contains))
    const page: Group = { kind: 'group', key, title, occurs: { min: 1, max: 1 }, members: membersFrom(task, [below], key) }
    return [page]
  })
  return [first, ...others]
}

function membersFrom(task: Import, structures: readonly Structure[], path: string): Member[] {
  const keys = new Set<string>()
  return structures.flatMap((structure): Member[] => {
    const { contains } = structure
    const key = uniqueKey(keys, keyOf(contains))
    if (contains.kind === 'field') {
      for (const rule of contains.rules) addRule(task, rule, `${path}.${key}`)
      noteAside(task, contains, `${path}.${key}`)
      return membersFromField(task, structure, contains, key, path)
    }
    return [groupFrom(task, { ...structure, contains }, { key, parent: path }, contains.members)]
  })
}

function groupFrom(
  task: Import,
  structure: Structure & { readonly contains: FimGroup },
  { key, parent }: { readonly key: string; readonly parent: string },
  members: readonly Structure[],
): Group {
  const group = structure.contains
  const path = parent === '' ? key : `${parent}.${key}`
  const source = sourceOf(group)
  for (const rule of group.rules) addRule(task, rule, path)
  noteAside(task, group, path)
  if (group.isChoice) {
    task.proseRules.push({ id: source, path, text: `Genau eines der Elemente von „${nameOf(group)}“ ist auszufüllen (Auswahlgruppe).` })
    task.note(group, path, 'changed', 'choice group', 'kept as a rule in prose; a designer adds the condition')
  }
  const { legal, technical } = legalBasis([...structure.references, ...group.references])
  if (technical !== '') task.note(group, path, 'aside', 'reference', `names no law: ${technical}`)
  const hint = [group.helpInput, legal === '' ? '' : `Rechtsgrundlage: ${legal}`].filter(Boolean).join(' ')
  return {
    kind: 'group',
    key,
    title: localised(nameOf(group)),
    ...(hint === '' ? {} : { hint: localised(hint) }),
    occurs: { min: structure.min, max: structure.max },
    members: membersFrom(task, members, path),
    source,
  }
}

function addRule(task: Import, rule: Rule, path: string): void {
  const name = sourceOf(rule)
  const text = [rule.freeText, rule.definition, rule.description].find((each) => each !== '') ?? rule.name
  task.proseRules.push({ id: name, text, path })
  task.note(rule, path, 'changed', 'rule', 'shown to the designer as prose, not executed')
  if (rule.script !== '') task.note(rule, path, 'lost', 'script', 'scripts of a schema are not executed')
  const rest = [rule.freeText, rule.definition, rule.description].filter((each) => each !== '' && each !== text)
  if (rest.length > 0) task.note(rule, path, 'aside', 'description', rest.join(' / '))
}

/** Reports texts and marks that exist for editors or for printed output, in one line per element. */
function noteAside(task: Import, part: Described, path: string): void {
  const what = asideOf(part)
  if (what.length > 0) task.note(part, path, 'aside', what.join(', '), 'for editors or printed output, not asked')
}

function countQuestions(structures: readonly Structure[]): number {
  return structures.reduce((sum, { contains }) => sum + (contains.kind === 'field' ? 1 : countQuestions(contains.members)), 0)
}

function countPlaces(structures: readonly Structure[]): number {
  return structures.reduce((sum, { contains }) => sum + 1 + (contains.kind === 'field' ? 0 : countPlaces(contains.members)), 0)
}

function countTaken(members: readonly Member[]): number {
  // A field asked as numbered lines ("F1n1", "F1n2") has one place in the source.
  const own = new Set(
    members.flatMap((member) => (member.source === undefined ? [] : [`${member.source} ${member.key.replace(/n\d$/, '')}`])),
  )
  return members.reduce((sum, member) => sum + (member.kind === 'group' ? countTaken(member.members) : 0), own.size)
}

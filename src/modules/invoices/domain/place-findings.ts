// Puts each finding beside the field it concerns.
import {
  type Entry,
  entriesOf,
  explain,
  type Finding,
  type GroupEntry,
  placeAt,
  scopesAt,
  type TextLanguage,
  type XmlDocument,
} from '#standards/einvoice'
import type { ViewFinding } from './invoice-view.ts'

export interface PlacedFindings {
  readonly all: readonly ViewFinding[]
  readonly general: readonly ViewFinding[]
  /** Notes: nothing is to be done, so they stand apart. */
  readonly notes: readonly ViewFinding[]
  /** Of a term or group of the tree. */
  of(entry: Entry): readonly ViewFinding[]
}

/** More than a person reads; the rest is counted by the verdict. */
const mostFindings = 200

/** Explains the findings and places them in the tree of the invoice. */
export function placeFindings(document: XmlDocument, findings: readonly Finding[], language: TextLanguage): PlacedFindings {
  const byEntry = new Map<string, ViewFinding[]>()
  const all: ViewFinding[] = []
  const general: ViewFinding[] = []
  const notes: ViewFinding[] = []
  for (const finding of findings.slice(0, mostFindings)) {
    const { title, wrong, todo, terms } = explain(finding, document, language)
    const view = { anchor: `finding-${all.length + 1}`, rule: finding.rule, level: finding.effectiveLevel, title, wrong, todo }
    if (view.level === 'information') {
      notes.push({ ...view, anchor: `note-${notes.length + 1}` })
      continue
    }
    const entry = concerned(document, finding, terms)
    all.push(view)
    if (entry === undefined) general.push(view)
    else byEntry.set(keyOf(entry), [...(byEntry.get(keyOf(entry)) ?? []), view])
  }
  return { all, general, notes, of: (entry) => byEntry.get(keyOf(entry)) ?? [] }
}

function keyOf(entry: Entry): string {
  return `${entry.id}/${entry.node}`
}

/** The field the text speaks of, else the field at the place itself, else the group around it; undefined is the whole invoice. */
function concerned(document: XmlDocument, finding: Finding, terms: readonly string[]): Entry | undefined {
  const { node } = placeAt(document, finding.location)
  const scopes = scopesAt(document, node)
  const innermost = scopes.at(-1)
  const named = [...(finding.bt === undefined ? [] : [finding.bt]), ...terms]
    .map((id) => entriesOf(scopes, id)[0])
    .find((entry) => entry !== undefined && entry.value.trim() !== '')
  if (named !== undefined) return named
  const here = innermost?.entries.find((entry) => entry.type !== 'group' && entry.node === node && node > 0)
  if (here !== undefined) return here
  return groupNamed(scopes[0], terms) ?? (innermost !== undefined && innermost.id !== '' ? innermost : undefined)
}

function groupNamed(invoice: GroupEntry | undefined, terms: readonly string[]): Entry | undefined {
  return invoice?.entries.find((entry) => entry.type === 'group' && terms.includes(entry.id))
}

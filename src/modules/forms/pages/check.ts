// The check page and submitting.
import { reaches } from '#kernel/actors.ts'
import { inLanguage } from '#kernel/language.ts'
import { formatEuro } from '#kernel/money.ts'
import { notFound, page, type Reply, seeOther, type Visit } from '#web'
import { fieldId, type Step } from '#web/controls/index.ts'
import { submitDraft } from '../actions/submit-draft.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { type Path, parsePath, pathText } from '../domain/answers.ts'
import type { AnswerGroup } from '../domain/rows.ts'
import { answersAsRows } from '../domain/rows.ts'
import { type Problem, problemsBelow } from '../domain/validation.ts'
import { formsTexts, problemText } from '../texts/index.ts'
import { type CheckGroup, type CheckView, checkPage } from './check.html.ts'
import { draftIdOf, type OpenDraft, openDraft, ownerOf } from './open-draft.ts'
import { placeAddress, placeOfPath, shownPages } from './place.ts'
import { draftProblems } from './show-page.ts'

/** Groups of lists shown here; longer lists are read on their own pages. */
const groupsShown = 120

export async function showCheck(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  if (open.draft.state !== 'open') return seeOther(visit.frame.href(`/antrag/${open.draft.draftId}/fertig`))
  return page(checkPage(visit.frame, checkView(dependencies, visit, open)))
}

export async function submit(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const owner = ownerOf(visit)
  const draftId = draftIdOf(visit)
  if (owner === undefined || draftId === undefined) return notFound()
  const { actor } = visit
  const level = actor.kind === 'person' ? actor.level : 'none'
  const name = actor.kind === 'person' ? actor.name : ''
  const handed = await submitDraft(dependencies, { owner, draftId, level, name, language: visit.language, now: visit.now })
  const base = `/antrag/${draftId}`
  if (!handed.ok) {
    if (handed.reason !== 'unknown') return seeOther(visit.frame.href(`${base}/${handed.reason === 'not-open' ? 'fertig' : 'pruefen'}`))
    // The session may have ended: sign in, and come back to the check page.
    if (actor.kind !== 'visitor') return notFound()
    return seeOther(visit.frame.href(dependencies.neighbours.signInPath('low', visit.frame.href(`${base}/pruefen`))))
  }
  if (handed.value.kind === 'payment') return seeOther(visit.frame.href(`/zahlung/${handed.value.authority}/${handed.value.payment}`))
  return seeOther(visit.frame.href(`${base}/fertig`))
}

function checkView(dependencies: FormsDependencies, visit: Visit, open: OpenDraft): CheckView {
  const { draft, offer, authority } = open
  const { language } = visit
  const problems = draftProblems(draft, dependencies.codeLists, visit.now)
  const groups = answersAsRows(draft.definition, draft.answers, language, dependencies.codeLists)
  const files = new Map(open.files.map((file) => [String(file.fileId), file.file.name]))
  const missing = new Map(problems.map((problem) => [pathText(problem.path), problem]))
  const level = visit.actor.kind === 'person' ? visit.actor.level : 'none'
  const wanted = offer?.assurance ?? 'none'
  const ownPath = visit.frame.href(`/antrag/${draft.draftId}/pruefen`)
  return {
    serviceTitle: inLanguage(offer?.title ?? draft.definition.title, language),
    authority: authority?.theme,
    receiver: authority?.name ?? '',
    steps: stepsOf(visit, open, problems),
    groups: groups.slice(0, groupsShown).flatMap((group) => checkGroup(visit, draft, group, { files, missing })),
    hidden: Math.max(0, groups.length - groupsShown),
    problems: problems.slice(0, 8).map((problem) => ({
      text: problemText(draft.definition, problem, language),
      href: visit.frame.href(changeAddress(draft, problem.path, '?fehler&dann=pruefen')),
    })),
    problemCount: problems.length,
    submitTo: visit.frame.href(`/antrag/${draft.draftId}/absenden`),
    backTo: visit.frame.href(placeAddress(draft, [shownPages(draft).at(-1)?.key ?? ''])),
    ...(draft.definition.declaration === undefined ? {} : { declaration: inLanguage(draft.definition.declaration, language) }),
    ...(draft.correction === undefined ? {} : { correction: draft.correction.reason }),
    ...(offer === undefined || offer.feeCents === 0n || draft.correction !== undefined ? {} : { fee: formatEuro(offer.feeCents) }),
    ...(reaches(level, wanted)
      ? {}
      : { signIn: { level: wanted, href: visit.frame.href(dependencies.neighbours.signInPath(wanted, ownPath)) } }),
    isOffered: offer !== undefined,
  }
}

function stepsOf(visit: Visit, { draft }: OpenDraft, problems: readonly Problem[]): readonly Step[] {
  const pages = shownPages(draft).map(
    (page): Step => ({
      label: inLanguage(page.title, visit.language),
      state: problemsBelow(problems, [page.key]).length === 0 ? 'done' : 'future',
      href: visit.frame.href(placeAddress(draft, [page.key])),
    }),
  )
  return [...pages, { label: formsTexts(visit.language).check, state: 'current' }]
}

function checkGroup(
  visit: Visit,
  draft: OpenDraft['draft'],
  group: AnswerGroup,
  known: { files: ReadonlyMap<string, string>; missing: ReadonlyMap<string, Problem> },
): readonly CheckGroup[] {
  const rows = group.rows.map((row) => ({
    label: row.label,
    text: row.files.length > 0 ? row.files.map((id) => known.files.get(id) ?? '').join(', ') : row.text,
    isMissing: known.missing.has(row.path),
    change: visit.frame.href(changeAddress(draft, parsePath(row.path), '?dann=pruefen')),
  }))
  if (rows.length === 0 && group.depth > 0) return []
  return [
    {
      title: group.title,
      depth: group.depth,
      rows,
      open: visit.frame.href(`${placeAddress(draft, placeOfPath(parsePath(group.path)))}?dann=pruefen`),
    },
  ]
}

/** The page of a question, at its field. */
function changeAddress(draft: OpenDraft['draft'], path: Path, query: string): string {
  const place = placeOfPath(path)
  return `${placeAddress(draft, place)}${query}#${fieldId(pathText(path.slice(place.length)))}`
}

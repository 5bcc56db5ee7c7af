// Beginning and leaving: starts a draft, offers the one begun before, says what is saved.
import { dayInGermany, formatDay, formatInstant } from '#kernel/dates.ts'
import { inLanguage } from '#kernel/language.ts'
import { notFound, page, type Reply, refuse, seeOther, type Visit } from '#web'
import { startDraft } from '../actions/start-draft.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { formsTexts } from '../texts/index.ts'
import { begunPage, notOnlinePage, savedPage } from './begin.html.ts'
import { openDraft, ownerOf } from './open-draft.ts'
import { firstOpenPage, placeAddress } from './place.ts'
import { draftProblems } from './show-page.ts'

export async function beginDraft(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const owner = ownerOf(visit)
  const serviceKey = visit.form.get('service') ?? ''
  const ars = visit.form.get('ars') ?? ''
  if (owner === undefined) return refuse('forbidden')
  if (!/^[a-z][a-z0-9-]{1,60}$/.test(serviceKey) || !/^\d{12}$/.test(ars)) return refuse('bad-request')
  const started = await startDraft(dependencies, { owner, serviceKey, ars, now: visit.now, isAnother: visit.form.get('neu') === 'ja' })
  if (!started.ok) {
    const texts = formsTexts(visit.language)
    const reason = started.reason === 'not-online' ? texts.notOnline : texts.nobody
    return page(notOnlinePage(visit.frame, reason, visit.frame.href(`/leistung/${serviceKey}`)), { status: 404 })
  }
  const { draftId, isOld } = started.value
  return seeOther(visit.frame.href(`/antrag/${draftId}${isOld ? '/begonnen' : ''}`))
}

/** Leads to where the draft stands. */
export async function continueDraft(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  const { draft } = open
  if (draft.state !== 'open') return seeOther(visit.frame.href(`/antrag/${draft.draftId}/fertig`))
  const next = firstOpenPage(draft, draftProblems(draft, dependencies.codeLists, visit.now))
  return seeOther(visit.frame.href(next === undefined ? `/antrag/${draft.draftId}/pruefen` : placeAddress(draft, [next.key])))
}

export async function showBegun(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  const { draft } = open
  const title = inLanguage(open.offer?.title ?? draft.definition.title, visit.language)
  return page(
    begunPage(visit.frame, {
      authority: open.authority?.theme,
      introduction: formsTexts(visit.language).startIntroduction(title, formatInstant(draft.savedAt, visit.language)),
      onward: visit.frame.href(`/antrag/${draft.draftId}`),
      serviceKey: draft.serviceKey,
      ars: draft.ars,
    }),
  )
}

export async function showSaved(dependencies: FormsDependencies, visit: Visit): Promise<Reply> {
  const open = await openDraft(dependencies, visit)
  if (open === undefined) return notFound()
  const { draft } = open
  return page(
    savedPage(visit.frame, {
      authority: open.authority?.theme,
      until: formatDay(dayInGermany(draft.expiresAt), visit.language),
      isPerson: visit.actor.kind === 'person',
      onward: visit.frame.href(`/antrag/${draft.draftId}`),
    }),
  )
}

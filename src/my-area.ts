// What the person's own area shows of forms, mailbox and access log.
import { listAccess } from '#journal'
import { dayInGermany } from '#kernel/dates.ts'
import type { Language } from '#kernel/language.ts'
import { namesOfAuthorities } from '#modules/directory'
import { type Draft, listDrafts } from '#modules/forms'
import { listThreads, statusSentence } from '#modules/mailbox'
import type { AccessRow, MyAreaSources } from '#modules/portal'

const purposes: Record<string, Record<Language, string>> = {
  'case-work': { de: 'Bearbeitung Ihres Antrags', en: 'Work on your request', plain: 'Arbeit an Ihrem Antrag' },
  'payment-work': { de: 'Klärung Ihrer Zahlung', en: 'Settling your payment', plain: 'Arbeit an Ihrer Zahlung' },
  export: { de: 'Abgabe an das Archiv', en: 'Hand-over to the archive', plain: 'Weitergabe an das Archiv' },
}

/** Each source reads in the owner's transaction; names of authorities come from the directory. */
export function myArea(): MyAreaSources {
  return {
    listDrafts: async (transaction, owner) =>
      (await listDrafts(transaction, owner)).filter(isUnfinished).map((draft) => ({
        draftId: draft.draftId,
        serviceKey: draft.serviceKey,
        path: `/antrag/${draft.draftId}`,
        savedAt: draft.savedAt,
      })),
    listThreads: async (transaction, owner, language) => {
      const threads = await listThreads(transaction, owner)
      const names = await namesOfAuthorities(
        transaction,
        threads.map((thread) => thread.authority),
      )
      return threads.map((thread) => ({
        threadId: thread.threadId,
        title: thread.title,
        number: thread.caseNumber,
        authority: thread.authority,
        authorityName: names.get(thread.authority) ?? '',
        statusLine: statusSentence(thread, dayInGermany(new Date()), language),
        unread: thread.unread,
        path: `/postfach/${thread.threadId}`,
      }))
    },
    listAccess: async (transaction, owner, language) => {
      const accesses = await listAccess(transaction, owner, { limit: 200 })
      const names = await namesOfAuthorities(
        transaction,
        accesses.map((access) => access.authority),
      )
      const rows = accesses.map((access) => ({
        at: access.at,
        actorName: [names.get(access.authority) ?? '', access.unit].filter((part) => part !== '').join(', '),
        purpose: purposes[access.purpose]?.[language] ?? access.purpose,
        objectTitle: access.object.title,
      }))
      return onceADay(rows)
    },
  }
}

/** A clerk opens the same page many times a day; the person reads one line for it, with the last look. */
function onceADay(rows: readonly AccessRow[]): readonly AccessRow[] {
  const first = new Map<string, AccessRow>()
  for (const row of rows) {
    const key = [dayInGermany(row.at), row.actorName, row.purpose, row.objectTitle].join('\n')
    if (!first.has(key)) first.set(key, row)
  }
  return [...first.values()]
}

/** What was handed in is followed in the mailbox. */
function isUnfinished({ state }: Draft): boolean {
  return state === 'open' || state === 'awaiting-payment'
}

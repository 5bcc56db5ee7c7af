// What the person's own area shows of forms, mailbox and access log.
import type { Database } from '#database'
import { listAccess } from '#journal'
import { dayInGermany } from '#kernel/dates.ts'
import type { Language } from '#kernel/language.ts'
import { findAuthority } from '#modules/directory'
import { listDrafts } from '#modules/forms'
import { listThreads, statusSentence } from '#modules/mailbox'
import type { MyAreaSources } from '#modules/portal'

const purposes: Record<string, Record<Language, string>> = {
  'case-work': { de: 'Bearbeitung Ihres Antrags', en: 'Work on your request', plain: 'Arbeit an Ihrem Antrag' },
  export: { de: 'Abgabe an das Archiv', en: 'Hand-over to the archive', plain: 'Weitergabe an das Archiv' },
}

/** Each source reads in the owner's transaction; names of authorities come from the directory. */
export function myArea(database: Database): MyAreaSources {
  const nameOf = async (authority: Parameters<typeof findAuthority>[1]) => (await findAuthority(database, authority))?.name ?? ''
  return {
    listDrafts: async (transaction, owner) =>
      (await listDrafts(transaction, owner)).map((draft) => ({
        draftId: draft.draftId,
        serviceKey: draft.serviceKey,
        path: `/antrag/${draft.draftId}`,
        savedAt: draft.savedAt,
      })),
    listThreads: async (transaction, owner, language) =>
      Promise.all(
        (await listThreads(transaction, owner)).map(async (thread) => ({
          threadId: thread.threadId,
          title: thread.title,
          number: thread.caseNumber,
          authority: thread.authority,
          authorityName: await nameOf(thread.authority),
          statusLine: statusSentence(thread, dayInGermany(new Date()), language),
          unread: thread.unread,
          path: `/postfach/${thread.threadId}`,
        })),
      ),
    listAccess: async (transaction, owner, language) =>
      Promise.all(
        (await listAccess(transaction, owner)).map(async (access) => ({
          at: access.at,
          actorName: [await nameOf(access.authority), access.unit].filter((part) => part !== '').join(', '),
          purpose: purposes[access.purpose]?.[language] ?? access.purpose,
          objectTitle: access.object.title,
        })),
      ),
  }
}

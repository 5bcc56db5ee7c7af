// The list of threads: each case with its state in one sentence.
import type { Day } from '#kernel/dates.ts'
import { dayInGermany, formatDayShort } from '#kernel/dates.ts'
import { badge, linkButton, type SearchResult, searchResults } from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { Thread } from '../domain/thread.ts'
import { mailboxTexts, statusSentence } from '../texts.ts'

export interface MailboxView {
  readonly threads: readonly { readonly thread: Thread; readonly authority: AuthorityTheme | undefined }[]
  readonly today: Day
  /** Where older threads are shown. */
  readonly older?: string | undefined
  /** For a visitor: where the rest of his mailbox is reached. */
  readonly signIn?: string | undefined
}

export function mailboxPage(frame: Frame, { threads, today, older, signIn }: MailboxView): Html {
  const texts = mailboxTexts(frame.language)
  const list = html`${searchResults(threads.map(({ thread, authority }) => threadRow(frame, thread, authority, today)))}
${older !== undefined && linkButton(texts.older, older, { kind: 'secondary' })}`
  const nothing = html`<p class="kern-body"><strong>${texts.empty}</strong></p><p class="kern-body">${texts.emptyHint}</p>`
  const main = html`<h1 class="kern-heading-large">${texts.title}</h1>
<p class="kern-body">${texts.intro}</p>
${signIn !== undefined && html`<p class="kern-body">${texts.signInHint}</p>${linkButton(texts.signIn, signIn, { kind: 'secondary' })}`}
${threads.length === 0 ? nothing : list}`
  return portalLayout(frame, { title: texts.title, main, breadcrumb: [{ label: texts.myArea, href: frame.href('/mein') }] })
}

function threadRow(frame: Frame, thread: Thread, authority: AuthorityTheme | undefined, today: Day): SearchResult {
  const texts = mailboxTexts(frame.language)
  const changed = formatDayShort(dayInGermany(thread.changedAt), frame.language)
  return {
    title: thread.title,
    href: frame.href(`/postfach/${thread.threadId}`),
    preline: authority?.name,
    summary: html`${thread.unread > 0 && html`${badge('info', texts.newBadge)} `}${statusSentence(thread, today, frame.language)}`,
    facts: [`${texts.number} ${thread.caseNumber}`, changed],
  }
}

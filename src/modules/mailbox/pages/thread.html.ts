// One case: how it stands, its messages with attachments, the reply, what happened so far.
import { type Day, dayInGermany, formatDay, formatInstant } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'
import {
  alert,
  badge,
  button,
  csrfField,
  details,
  errorSummaryOf,
  fileField,
  fileList,
  linkButton,
  type TimelineRow,
  textArea,
  timeline,
} from '#web/controls/index.ts'
import type { AuthorityTheme, Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import { type CorrectionState, draftToCorrect, textWithoutAddress } from '../domain/correction.ts'
import { fileSize } from '../domain/file-size.ts'
import type { Message, StatusChange, Thread } from '../domain/thread.ts'
import { type MailboxTexts, mailboxTexts, statusSentence } from '../texts.ts'

export interface ThreadView {
  readonly thread: Thread
  readonly messages: readonly Message[]
  readonly changes: readonly StatusChange[]
  /** How far each draft has come that a request leads to. */
  readonly corrections: ReadonlyMap<Id<'draft'>, CorrectionState>
  readonly authority: AuthorityTheme | undefined
  readonly today: Day
  /** A new key for the reply form, so that the same form makes one reply. */
  readonly formKey: string
  readonly isSent: boolean
  /** Text typed before, and what is wrong by field. */
  readonly draft?: { readonly text: string; readonly errors: Readonly<Record<string, string>> } | undefined
}

export function threadPage(frame: Frame, view: ThreadView): Html {
  const texts = mailboxTexts(frame.language)
  const { thread, authority, draft, isSent } = view
  const errors = draft?.errors ?? {}
  const main = html`${Object.keys(errors).length > 0 && errorSummaryOf(frame.language, errors)}${
    isSent && alert({ kind: 'success', title: texts.sent, content: html`<p class="kern-body">${texts.sentHint}</p>`, announce: true })
  }<h1 class="kern-heading-large">${thread.title}</h1>
<p class="kern-body"><strong>${statusSentence(thread, view.today, frame.language)}</strong></p>
<p class="kern-body kern-body--small kern-body--muted">${authority?.name} · ${texts.number} ${thread.caseNumber}</p>
<h2 class="kern-heading-medium">${texts.messages}</h2>
${view.messages.map((message) => messageCard(frame, view, message))}
${replyForm(frame, view, texts)}
<h2 class="kern-heading-medium">${texts.course}</h2>
${timeline(courseOf(view, frame), frame.language)}
<p class="kern-body"><a class="kern-link" href="${frame.href('/mein#zugriffe')}">${texts.whoLooked}</a></p>`
  return portalLayout(frame, {
    title: thread.title,
    main,
    breadcrumb: [{ label: texts.title, href: frame.href('/postfach') }],
    ...(authority === undefined ? {} : { authority }),
    ...(Object.keys(errors).length > 0 ? { errors: Object.keys(errors).length } : {}),
  })
}

function messageCard(frame: Frame, view: ThreadView, message: Message): Html {
  const { thread, authority } = view
  const texts = mailboxTexts(frame.language)
  const sender = message.direction === 'from-person' ? texts.you : (authority?.name ?? '')
  const isNew = message.direction === 'to-person' && message.firstReadAt === undefined
  const isEnded = message.delivery?.endedAt !== undefined
  const files = (isEnded ? [] : message.attachments).map((file, index) => ({
    name: file.name,
    size: fileSize(file.sizeBytes, frame.language),
    href: frame.href(`/postfach/${thread.threadId}/anlage/${message.messageId}/${index + 1}`),
  }))
  return html`<article class="kern-card" id="m-${message.messageId}"><div class="kern-card__container">
<p class="kern-body kern-body--small kern-body--muted">${texts.kinds[message.kind]} · ${texts.from} ${sender} · ${formatInstant(message.sentAt, frame.language)}</p>
<h3 class="kern-title">${message.subject}${isNew && html` ${badge('info', texts.newBadge)}`}</h3>
${paragraphs(textWithoutAddress(message))}${correction(frame, view, message)}
${legalNote(frame, message)}${files.length > 0 && fileList(files, { language: frame.language, title: texts.attachments })}
</div></article>`
}

/** The way to the answers to correct, while there is something to hand in. */
function correction(frame: Frame, { corrections }: ThreadView, message: Message): Html | undefined {
  const texts = mailboxTexts(frame.language)
  const draft = draftToCorrect(message)
  const state = draft && corrections.get(draft)
  if (draft === undefined || state === undefined) return undefined
  if (state === 'handed-in') return html`<p class="kern-body">${badge('success', texts.corrected)}</p>`
  return html`<p>${linkButton(texts.correct, frame.href(`/antrag/${draft}`))}</p>`
}

function paragraphs(text: string): Html {
  const parts = text.split(/\n{2,}/).filter((part) => part.trim() !== '')
  return html`${parts.map((part) => html`<p class="kern-body">${part.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`)}`
}

function legalNote(frame: Frame, { delivery, kind }: Message): Html | undefined {
  if (delivery?.rule === undefined || kind !== 'decision') return undefined
  const texts = mailboxTexts(frame.language)
  const day = (value: Day) => formatDay(value, frame.language)
  if (delivery.endedAt !== undefined) return html`<p class="kern-body">${texts.ended}</p>`
  if (delivery.legalDay === undefined) return html`<p class="kern-body">${texts.notifiedOnRetrieval}</p>`
  return html`<p class="kern-body">${texts.notified(day(delivery.legalDay))}${delivery.appealUntil !== undefined && ` ${texts.appeal(day(delivery.appealUntil))}`}</p>`
}

function replyForm(frame: Frame, { thread, draft, formKey }: ThreadView, texts: MailboxTexts): Html {
  if (thread.status === 'closed' || thread.status === 'withdrawn') return html`<p class="kern-body">${texts.replyClosed}</p>`
  const error = (field: string) => draft?.errors[field]
  const isAsked = thread.status === 'needs-reply'
  const form = html`<form method="post" enctype="multipart/form-data" action="${frame.href(`/postfach/${thread.threadId}/antwort`)}" novalidate>${csrfField(frame)}
<input type="hidden" name="form" value="${formKey}">
${textArea({ frame, name: 'text', label: texts.replyText, hint: texts.replyHint, value: draft?.text, error: error('text'), maxLength: 5_000, rows: 6 })}
${fileField({ frame, name: 'papers', label: texts.papers, hint: texts.papersHint, optional: true, multiple: true, accept: 'application/pdf,image/jpeg,image/png', error: error('papers') })}
${button(texts.send, { kind: isAsked ? 'primary' : 'secondary' })}
</form>`
  if (isAsked)
    return html`<section aria-labelledby="antwort"><h2 class="kern-heading-medium" id="antwort">${texts.reply}</h2>${form}</section>`
  return details(texts.replyAnyway, form, { open: draft !== undefined })
}

/** What happened, oldest first; the last step is where the case stands now. */
function courseOf({ changes, messages, thread }: ThreadView, frame: Frame): TimelineRow[] {
  const texts = mailboxTexts(frame.language)
  const steps = changes.map((change) => ({ at: change.since, title: texts.statuses[change.status], content: undefined }))
  const told = messages
    .filter((message) => message.kind === 'reply')
    .map((message) => ({ at: message.sentAt, title: texts.kinds[message.kind], content: undefined }))
  const rows = [...steps, ...told].toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const ended = thread.status === 'closed' || thread.status === 'withdrawn'
  return rows.map((row, index) => ({
    when: formatDay(dayInGermany(row.at), frame.language),
    title: row.title,
    state: index === rows.length - 1 && !ended ? 'current' : 'done',
  }))
}

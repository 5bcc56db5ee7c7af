// Views of the account: what is stored, means, sessions, address, deletion.
import type { AssuranceLevel } from '#kernel/actors.ts'
import { dayInGermany, formatDay } from '#kernel/dates.ts'
import type { Language } from '#kernel/language.ts'
import { alert, badge, button, buttonRow, checkbox, csrfField, linkButton, summaryList, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { Account, Means, PersonSession } from '../domain/account.ts'
import type { Evidence } from '../domain/profile.ts'
import { type AccountTexts, accountTexts } from '../texts/index.ts'
import { type Errors, formPage, layout } from './step.html.ts'

export interface AccountPage {
  readonly account: Account
  readonly level: AssuranceLevel
  readonly evidence: readonly Evidence[]
  readonly means: readonly Means[]
  readonly recoveryCodes: number
  readonly notice?: string | undefined
}

export function accountPage(frame: Frame, page: AccountPage): Html {
  const texts = accountTexts(frame.language)
  const { account } = page
  const rows = [
    ...(account.signInName === undefined ? [] : [{ term: texts.signInName, description: account.signInName }]),
    {
      term: texts.noticeEmail,
      description: account.noticeEmail ?? texts.noEmail,
      change: { href: frame.href('/konto/email'), label: texts.change },
    },
    { term: texts.levelNow, description: texts.reaches(texts.levels[page.level]) },
  ]
  return layout(
    frame,
    texts.accountTitle,
    html`${page.notice !== undefined && alert({ kind: 'success', title: page.notice, announce: true })}<p>${texts.accountIntro}</p>${summaryList(rows, frame.language)}
<h2>${texts.knownTitle}</h2>${knownList(frame, texts, page.evidence)}
<h2>${texts.meansTitle}</h2>${meansList(frame, texts, page)}
<h2>${texts.sessionsTitle}</h2><p>${texts.sessionsText}</p>${buttonRow(linkButton(texts.sessionsLink, frame.href('/konto/sitzungen'), { kind: 'secondary' }))}
<h2>${texts.deleteTitle}</h2><p>${texts.deleteText}</p>${buttonRow(linkButton(texts.deleteTitle, frame.href('/konto/loeschen'), { kind: 'tertiary' }))}`,
  )
}

/** What is known, by where it comes from: lists are easier to read than a table on a phone. */
function knownList(frame: Frame, texts: AccountTexts, evidence: readonly Evidence[]): Html {
  if (evidence.length === 0) return html`<p>${texts.knownNone}</p>`
  const sources = (['identity-card', 'typed'] as const).filter((source) => evidence.some((each) => each.source === source))
  return html`${sources.map((source) => {
    const from = evidence.filter((each) => each.source === source)
    const rows = from.map((each) => ({ term: texts.attributes[each.attribute], description: shownValue(each, frame.language) }))
    const level = texts.levels[from[0]?.level ?? 'none']
    return html`<h3>${texts.sources[source]}</h3><p>${texts.reaches(level)}</p>${summaryList(rows, frame.language)}`
  })}`
}

function meansList(frame: Frame, texts: AccountTexts, page: AccountPage): Html {
  const day = (at: Date) => formatDay(dayInGermany(at), frame.language)
  const list = page.means.map((means) => {
    const used = means.lastUsedAt === undefined ? '' : `, ${texts.meansUsed(day(means.lastUsedAt))}`
    const remove =
      means.credential.kind === 'passkey' &&
      html`<form method="post" action="${frame.href('/konto/passkey/entfernen')}">${csrfField(frame)}<input type="hidden" name="passkey" value="${means.meansId}">${button(texts.remove, { kind: 'tertiary', about: means.label })}</form>`
    return html`<li><strong>${texts.meansKinds[means.credential.kind]}</strong>${means.label !== '' && ` ${means.label}`} <span>(${texts.meansSince(day(means.createdAt))}${used})</span>${remove}</li>`
  })
  const has = (kind: string) => page.means.some((each) => each.credential.kind === kind)
  const renew =
    has('totp') &&
    html`<p>${texts.recoveryLeft(page.recoveryCodes)}</p><form method="post" action="${frame.href('/konto/wiederherstellung')}">${csrfField(frame)}${button(texts.recoveryRenew, { kind: 'secondary' })}</form>`
  const card = !has('identity-card') && linkButton(texts.addCard, frame.href('/konto/ausweis'), { kind: 'secondary' })
  return html`<ul class="way-list">${list}</ul>${renew}${buttonRow(linkButton(texts.addPasskey, frame.href('/konto/passkey'), { kind: 'secondary' }), card)}`
}

function shownValue(evidence: Evidence, language: Language): string {
  if (evidence.attribute === 'documentType') return accountTexts(language).documentTypes[evidence.value] ?? evidence.value
  const day = /^\d{4}-\d{2}-\d{2}$/.test(evidence.value) && evidence.attribute === 'birthDay'
  return day ? formatDay(dayInGermany(new Date(`${evidence.value}T12:00:00Z`)), language) : evidence.value
}

export function sessionsPage(
  frame: Frame,
  page: { readonly sessions: readonly PersonSession[]; readonly current: string; readonly ended: boolean },
): Html {
  const texts = accountTexts(frame.language)
  const time = new Intl.DateTimeFormat(frame.language === 'en' ? 'en-GB' : 'de-DE', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  })
  const rows = page.sessions.map((session) => {
    const device = session.device === '' ? texts.unknownDevice : session.device
    const isHere = session.sessionId === page.current
    const end = html`<form method="post" action="${frame.href('/konto/sitzungen/beenden')}">${csrfField(frame)}<input type="hidden" name="session" value="${session.sessionId}">${button(texts.endSession, { kind: 'secondary', about: device })}</form>`
    const facts = `${texts.network} ${session.network}, ${texts.meansUsed(time.format(session.lastUsedAt))}`
    return html`<li><h2>${device} ${isHere && badge('info', texts.thisDevice)}</h2><p>${facts}</p>${end}</li>`
  })
  const list = html`<ul class="way-list">${rows}</ul>`
  const all = html`<form method="post" action="${frame.href('/konto/ueberall-abmelden')}">${csrfField(frame)}${buttonRow(button(texts.endAll))}</form>`
  return layout(
    frame,
    texts.sessionsTitle,
    html`${page.ended && alert({ kind: 'success', title: texts.endedTitle, announce: true })}<p>${texts.sessionsText}</p>${all}${list}${back(frame)}`,
  )
}

export function emailPage(frame: Frame, page: { readonly email: string; readonly errors?: Errors }): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const form = html`<form method="post" action="${frame.href('/konto/email')}" novalidate>${csrfField(frame)}
${textField({ frame, name: 'email', label: texts.email, type: 'email', autocomplete: 'email', value: page.email, error: errors['email'], spellcheck: false })}${buttonRow(button(texts.onward))}</form>`
  return formPage(frame, texts.emailTitle, errors, html`<p>${texts.emailText}</p>${form}${back(frame)}`)
}

export function deletePage(frame: Frame, page: { readonly errors?: Errors }): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const form = html`<form method="post" action="${frame.href('/konto/loeschen')}" novalidate>${csrfField(frame)}${checkbox({ frame, name: 'agreed', label: texts.deleteConfirm, error: errors['agreed'] })}${buttonRow(button(texts.deleteDo))}</form>`
  return formPage(frame, texts.deleteTitle, errors, html`<p>${texts.deleteText}</p>${form}${back(frame)}`)
}

export function back(frame: Frame): Html {
  return html`<p><a class="kern-link" href="${frame.href('/konto')}">${accountTexts(frame.language).accountTitle}</a></p>`
}

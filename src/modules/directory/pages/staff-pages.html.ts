// The views of the sign-in, the sign-out and the session list of staff.
import { formatInstant } from '#kernel/dates.ts'
import { alert, button, buttonRow, csrfField, dataTable, errorSummaryOf, linkButton, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { workplaceLayout } from '#web/layout/index.ts'
import { textsIn } from '../texts.ts'

export interface SignInView {
  readonly login: string
  readonly next: string
  readonly errors: Readonly<Record<string, string>>
  readonly isSignedOut: boolean
}

export function signInPage(frame: Frame, view: SignInView): Html {
  const texts = textsIn(frame.language)
  const count = Object.keys(view.errors).length
  const main = html`<h1 class="kern-heading-large">${texts.title}</h1>
${view.isSignedOut && alert({ kind: 'success', title: texts.signedOut })}${errorSummaryOf(frame.language, view.errors)}<p class="kern-body">${texts.introduction}</p>
<form method="post" action="${frame.href('/arbeit/anmelden')}" novalidate>${csrfField(frame)}<input type="hidden" name="weiter" value="${view.next}">
${textField({ frame, name: 'login', label: texts.login, value: view.login, error: view.errors['login'], autocomplete: 'username', spellcheck: false, width: 'm' })}
${textField({ frame, name: 'password', label: texts.password, type: 'password', error: view.errors['password'], autocomplete: 'current-password', width: 'm' })}
${textField({ frame, name: 'code', label: texts.code, hint: texts.codeHint, optional: true, inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 8, width: 's' })}
${buttonRow(button(texts.submit))}</form>
<p class="kern-body kern-body--small">${texts.idle}</p>`
  return workplaceLayout(frame, { title: texts.title, main, errors: count })
}

export function signOutPage(frame: Frame): Html {
  const texts = textsIn(frame.language)
  const main = html`<h1 class="kern-heading-large">${texts.signOutTitle}</h1><p class="kern-body">${texts.signOutQuestion}</p>
<form method="post" action="${frame.href('/arbeit/abmelden')}">${csrfField(frame)}${buttonRow(button(texts.signOut), linkButton(texts.back, frame.href('/arbeit')))}</form>`
  return workplaceLayout(frame, { title: texts.signOutTitle, main })
}

export interface SessionView {
  readonly id: string
  readonly browser: string
  readonly openedAt: Date
  readonly seenAt: Date
  readonly endsAt: Date
  readonly isHere: boolean
}

export function sessionsPage(frame: Frame, sessions: readonly SessionView[]): Html {
  const texts = textsIn(frame.language)
  const rows = sessions.map((session) => [
    session.browser === '' ? texts.unknownBrowser : session.browser,
    formatInstant(session.openedAt, frame.language),
    formatInstant(session.seenAt, frame.language),
    formatInstant(session.endsAt, frame.language),
    session.isHere
      ? texts.here
      : html`<form method="post" action="${frame.href('/arbeit/anmeldungen')}">${csrfField(frame)}<input type="hidden" name="session" value="${session.id}">${button(texts.end, { kind: 'secondary', about: formatInstant(session.openedAt, frame.language) })}</form>`,
  ])
  const columns = [texts.browser, texts.opened, texts.seen, texts.ends, texts.action].map((label) => ({ label }))
  const main = html`<h1 class="kern-heading-large">${texts.sessions}</h1><p class="kern-body">${texts.sessionsIntroduction}</p>
${dataTable({ caption: texts.sessions, columns, rows })}<p class="kern-body kern-body--small">${texts.idle}</p>
<p class="kern-body"><a class="kern-link" href="${frame.href('/arbeit/zweiter-faktor')}">${texts.factor}</a></p>`
  return workplaceLayout(frame, { title: texts.sessions, main })
}

// The page of one's second factor: none, being set up, or set up.
import { alert, button, buttonRow, csrfField, errorSummaryOf, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { workplaceLayout } from '#web/layout/index.ts'
import { textsIn } from '../texts.ts'

export const factorPath = '/arbeit/zweiter-faktor'

export interface FactorView {
  readonly state: 'none' | 'waiting' | 'on'
  /** To be typed where the picture cannot be read; only while waiting. */
  readonly secret?: string | undefined
  readonly errors: Readonly<Record<string, string>>
  readonly news?: 'on' | 'off' | undefined
}

export function factorPage(frame: Frame, view: FactorView): Html {
  const texts = textsIn(frame.language)
  const parts = { none: setUpForm, waiting: confirmForm, on: endForm }
  const news = view.news === undefined ? undefined : { on: texts.factorIsOn, off: texts.factorIsOff }[view.news]
  const main = html`${errorSummaryOf(frame.language, view.errors)}<h1 class="kern-heading-large">${texts.factor}</h1>
${news !== undefined && alert({ kind: 'success', title: news, announce: true })}<p class="kern-body">${texts.factorIntroduction}</p>
${parts[view.state](frame, view)}
<p class="kern-body"><a class="kern-link" href="${frame.href('/arbeit/anmeldungen')}">${texts.toSessions}</a></p>`
  return workplaceLayout(frame, { title: texts.factor, main, errors: Object.keys(view.errors).length, styles: ['account.css'] })
}

function setUpForm(frame: Frame, view: FactorView): Html {
  const texts = textsIn(frame.language)
  return html`<form method="post" action="${frame.href(factorPath)}" novalidate>${csrfField(frame)}${passwordField(frame, view)}
${buttonRow(button(texts.factorBegin))}</form>`
}

function confirmForm(frame: Frame, view: FactorView): Html {
  const texts = textsIn(frame.language)
  const groups = view.secret?.match(/.{1,4}/g) ?? []
  return html`<p class="kern-body">${texts.factorScan}</p>
<p><img class="qr-code" src="${frame.href(`${factorPath}/code.svg`)}" alt="${texts.factorPicture}" width="220" height="220"></p>
<p class="kern-body">${texts.factorKey}: <code>${groups.join(' ')}</code></p>
<form method="post" action="${frame.href(`${factorPath}/code`)}" novalidate>${csrfField(frame)}${codeField(frame, view)}
${buttonRow(button(texts.factorConfirm))}</form>`
}

function endForm(frame: Frame, view: FactorView): Html {
  const texts = textsIn(frame.language)
  return html`<h2 class="kern-heading-medium">${texts.factorEndTitle}</h2><p class="kern-body">${texts.factorEndText}</p>
<form method="post" action="${frame.href(`${factorPath}/entfernen`)}" novalidate>${csrfField(frame)}${passwordField(frame, view)}${codeField(frame, view)}
${buttonRow(button(texts.factorEnd, { kind: 'secondary' }))}</form>`
}

function passwordField(frame: Frame, view: FactorView): Html {
  const texts = textsIn(frame.language)
  return textField({
    ...{ frame, name: 'password', label: texts.password, type: 'password', autocomplete: 'current-password', width: 'm' },
    error: view.errors['password'],
  })
}

function codeField(frame: Frame, view: FactorView): Html {
  const texts = textsIn(frame.language)
  return textField({
    ...{ frame, name: 'code', label: texts.factorCode, inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 8, width: 's' },
    error: view.errors['code'],
  })
}

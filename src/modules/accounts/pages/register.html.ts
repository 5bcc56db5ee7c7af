// Views of opening an account: address, code, way, password, app, recovery codes.

import { button, buttonRow, csrfField, linkButton, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import { accountTexts } from '../texts/index.ts'
import { type Errors, formPage, layout, ways } from './step.html.ts'

interface RegisterPage {
  readonly base: string
  readonly errors?: Errors
}

export function addressPage(frame: Frame, page: RegisterPage & { readonly email: string }): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const form = html`<form method="post" action="${frame.href(`${page.base}/neu`)}" novalidate>${csrfField(frame)}
${textField({ frame, name: 'email', label: texts.email, hint: texts.registerText, type: 'email', autocomplete: 'email', value: page.email, error: errors['email'], spellcheck: false })}
${buttonRow(button(texts.onward))}</form>`
  return formPage(frame, texts.registerTitle, errors, html`${form}${ways(frame, page.base)}`)
}

export function mailCodePage(
  frame: Frame,
  page: RegisterPage & { readonly email: string; readonly action: string; readonly again: string },
): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const form = html`<form method="post" action="${frame.href(page.action)}" novalidate>${csrfField(frame)}
${textField({ frame, name: 'code', label: texts.code, hint: texts.mailCodeText(page.email), autocomplete: 'one-time-code', inputMode: 'numeric', width: 'm', error: errors['code'], maxLength: 10 })}
${buttonRow(button(texts.onward))}</form>`
  return formPage(
    frame,
    texts.mailCodeTitle,
    errors,
    html`${form}<p><a class="kern-link" href="${frame.href(page.again)}">${texts.mailCodeAgain}</a></p>`,
  )
}

export function chooseMeansPage(frame: Frame, page: RegisterPage): Html {
  const texts = accountTexts(frame.language)
  const way = (label: string, hint: string, step: string, kind: 'primary' | 'secondary') =>
    html`<li>${linkButton(label, frame.href(`${page.base}/neu/${step}`), { kind })}<p class="kern-body">${hint}</p></li>`
  const list = html`<ul class="way-list">${way(texts.choosePassword, texts.choosePasswordHint, 'passwort', 'primary')}${way(texts.choosePasskey, texts.choosePasskeyHint, 'passkey', 'secondary')}</ul>`
  return layout(frame, texts.chooseTitle, list)
}

export function newPasswordPage(frame: Frame, page: RegisterPage & { readonly email: string }): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const form = html`<form method="post" action="${frame.href(`${page.base}/neu/passwort`)}" novalidate>${csrfField(frame)}
<input type="hidden" name="username" autocomplete="username" value="${page.email}">
${textField({ frame, name: 'password', label: texts.password, hint: texts.newPasswordHint, type: 'password', autocomplete: 'new-password', error: errors['password'] })}
${textField({ frame, name: 'repeated', label: texts.repeatPassword, type: 'password', autocomplete: 'new-password', error: errors['repeated'] })}
${buttonRow(button(texts.onward))}</form>`
  return formPage(frame, texts.newPasswordTitle, errors, form)
}

export function appPage(frame: Frame, page: RegisterPage & { readonly secret: string }): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const groups = page.secret.match(/.{1,4}/g) ?? []
  const form = html`<form method="post" action="${frame.href(`${page.base}/neu/app`)}" novalidate>${csrfField(frame)}
${textField({ frame, name: 'code', label: texts.appCode, autocomplete: 'one-time-code', inputMode: 'numeric', width: 'm', error: errors['code'], maxLength: 10 })}
${buttonRow(button(texts.onward))}</form>`
  const picture = html`<p><img class="qr-code" src="${frame.href(`${page.base}/neu/app.svg`)}" alt="${texts.appPicture}" width="220" height="220"></p>`
  return formPage(
    frame,
    texts.appTitle,
    errors,
    html`<p>${texts.appText}</p>${picture}<p>${texts.appKey}: <code>${groups.join(' ')}</code></p>${form}`,
  )
}

export function recoveryPage(frame: Frame, page: { readonly codes: readonly string[]; readonly onward: Html }): Html {
  const texts = accountTexts(frame.language)
  return layout(
    frame,
    texts.recoveryTitle,
    html`<p>${texts.recoveryText}</p><ul class="code-list">${page.codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>${page.onward}`,
  )
}

export function finishForm(frame: Frame, base: string): Html {
  return html`<form method="post" action="${frame.href(`${base}/neu/fertig`)}">${csrfField(frame)}${buttonRow(button(accountTexts(frame.language).recoveryKept))}</form>`
}

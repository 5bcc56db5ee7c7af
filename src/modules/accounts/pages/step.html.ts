// Views of one sign-in: choosing a way, password, code, passkey, card, and what can go wrong.
import type { AssuranceLevel } from '#kernel/actors.ts'
import { alert, button, buttonRow, csrfField, details, errorSummaryOf, linkButton, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { attributes, type Html, html } from '#web/html.ts'
import { portalLayout } from '#web/layout/index.ts'
import type { SignInMethod } from '../domain/levels.ts'
import { accountTexts } from '../texts/index.ts'

export type Errors = Readonly<Record<string, string>>

export interface WaysPage {
  readonly wanted: AssuranceLevel
  readonly methods: readonly SignInMethod[]
  /** Name of another service that asks, if it is not the portal. */
  readonly client?: string | undefined
  /** Who is signed in already; empty when the name is unknown. */
  readonly signedInAs?: string | undefined
  readonly mayRegister: boolean
  /** How a way is chosen: a posted form of the portal, or a link inside a sign-in. */
  readonly choose:
    | { readonly action: string; readonly fields: Readonly<Record<string, string>> }
    | { readonly hrefOf: (step: string) => string; readonly cancel: string }
}

const steps: Record<SignInMethod, string> = {
  'identity-card': 'ausweis',
  'password-and-code': 'passwort',
  password: 'passwort',
  passkey: 'passkey',
}

export function waysPage(frame: Frame, page: WaysPage): Html {
  const texts = accountTexts(frame.language)
  const title = page.client === undefined ? texts.signIn : texts.signInTo(page.client)
  const names: Record<SignInMethod, readonly [string, string]> = {
    'identity-card': [texts.byCard, texts.byCardHint],
    'password-and-code': [texts.byPassword, texts.byPasswordHint],
    password: [texts.byPassword, texts.byPasswordHint],
    passkey: [texts.byPasskey, texts.byPasskeyHint],
  }
  const levelOf: Record<SignInMethod, string> = {
    'identity-card': texts.reaches(texts.levels.high),
    'password-and-code': texts.reaches(texts.levels.substantial),
    password: texts.reaches(texts.levels.low),
    passkey: texts.passkeyLevelHint,
  }
  const choice = (step: string, label: string, kind: 'primary' | 'secondary') =>
    'action' in page.choose
      ? button(label, { kind, name: 'means', value: step })
      : linkButton(label, frame.href(page.choose.hrefOf(step)), { kind })
  const ways = page.methods.map((method, index) => {
    const [label, hint] = names[method]
    return html`<li>${choice(steps[method], label, index === 0 ? 'primary' : 'secondary')}<p class="kern-body">${hint} ${levelOf[method]}</p></li>`
  })
  const register =
    page.mayRegister && html`<h2>${texts.newHere}</h2><p>${texts.newAccountHint}</p>${choice('neu', texts.newAccount, 'secondary')}`
  const list = html`${page.methods.length === 0 ? alert({ kind: 'warning', title: texts.noWay }) : html`<ul class="way-list">${ways}</ul>`}${register}`
  const known = page.signedInAs === undefined ? '' : page.signedInAs === '' ? texts.stepUpUnnamed : texts.stepUp(page.signedInAs)
  const body =
    'action' in page.choose
      ? html`<form method="post" action="${frame.href(page.choose.action)}">${csrfField(frame)}${hiddenFields(page.choose.fields)}${list}</form>`
      : html`${list}${cancelForm(frame, page.choose.cancel)}`
  return layout(
    frame,
    title,
    html`${known !== '' && alert({ kind: 'info', title: known })}<p>${texts.levelWhy[page.wanted]} ${texts.draftStays}</p>${body}`,
  )
}

export interface StepPage {
  /** The address of this sign-in, for links back and for giving up. */
  readonly base: string
  readonly errors?: Errors
}

export function passwordPage(frame: Frame, page: StepPage & { readonly name: string }): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const form = html`<form method="post" action="${frame.href(`${page.base}/passwort`)}" novalidate>${csrfField(frame)}
${textField({ frame, name: 'name', label: texts.email, type: 'email', autocomplete: 'username', value: page.name, error: errors['name'], spellcheck: false })}
${textField({ frame, name: 'password', label: texts.password, type: 'password', autocomplete: 'current-password', error: errors['password'] })}
${buttonRow(button(texts.onward))}</form>`
  return formPage(frame, texts.passwordTitle, errors, html`${form}${ways(frame, page.base)}`)
}

export function codePage(frame: Frame, page: StepPage): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const form = html`<form method="post" action="${frame.href(`${page.base}/code`)}" novalidate>${csrfField(frame)}
${textField({ frame, name: 'code', label: texts.code, hint: texts.codeHint, autocomplete: 'one-time-code', width: 'm', error: errors['code'], spellcheck: false, maxLength: 20 })}
${buttonRow(button(texts.signIn))}</form>`
  return formPage(
    frame,
    texts.codeTitle,
    errors,
    html`${form}${details(texts.codeLost, html`<p>${texts.codeLostText}</p>`)}${ways(frame, page.base)}`,
  )
}

export interface PasskeyPage {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly label: string
  readonly ceremony: 'get' | 'create'
  /** JSON text of the options for the browser. */
  readonly options: string
  readonly errors?: Errors
  readonly after?: Html
}

export function passkeyPage(frame: Frame, page: PasskeyPage): Html {
  const texts = accountTexts(frame.language)
  const errors = page.errors ?? {}
  const own = attributes({
    method: 'post',
    action: frame.href(page.action),
    'data-passkey': page.ceremony,
    'data-options': page.options,
    'data-failed': texts.passkeyFailed,
  })
  const form = html`<form${own}>${csrfField(frame)}<input type="hidden" name="answer" value=""><p class="kern-body" role="status" data-passkey-status></p>
<noscript>${alert({ kind: 'warning', title: texts.passkeyNeedsScript })}</noscript>${buttonRow(button(page.label))}</form>`
  return formPage(frame, page.title, errors, html`<p>${page.text}</p>${form}${page.after}`, ['scripts/passkey.js'])
}

export function cardPage(frame: Frame, page: StepPage & { readonly href: string; readonly problem?: string | undefined }): Html {
  const texts = accountTexts(frame.language)
  const problem = page.problem !== undefined && alert({ kind: 'danger', title: page.problem, announce: true })
  return layout(
    frame,
    texts.cardTitle,
    html`${problem}<p>${texts.cardText}</p>${buttonRow(linkButton(texts.cardGo, page.href))}${ways(frame, page.base)}`,
  )
}

export function cardNewPage(frame: Frame, page: StepPage & { readonly name: string }): Html {
  const texts = accountTexts(frame.language)
  const form = html`<form method="post" action="${frame.href(`${page.base}/ausweis/neu`)}">${csrfField(frame)}${buttonRow(button(texts.cardNewAgree))}</form>`
  return layout(
    frame,
    texts.cardNewTitle,
    html`<p>${texts.cardNewText(page.name)}</p><p>${texts.cardNewKnown}</p>${form}${cancelForm(frame, `${page.base}/abbrechen`)}`,
  )
}

/** For another service: the browser goes there by a link of the person's own. */
export function continuePage(frame: Frame, page: { readonly client: string; readonly href: string }): Html {
  const texts = accountTexts(frame.language)
  return layout(
    frame,
    texts.continueTitle,
    html`<p>${texts.continueText(page.client)}</p>${buttonRow(linkButton(texts.onward, page.href))}`,
  )
}

/** A page of one message and one way on. */
export function messagePage(
  frame: Frame,
  page: { readonly title: string; readonly text: string; readonly label: string; readonly href: string },
): Html {
  return layout(frame, page.title, html`<p>${page.text}</p>${buttonRow(linkButton(page.label, frame.href(page.href)))}`)
}

/** A page with a form: the summary of its errors stands first. */
export function formPage(frame: Frame, title: string, errors: Errors, content: Html, scripts: readonly string[] = []): Html {
  const main = html`${errorSummaryOf(frame.language, errors)}<h1>${title}</h1>${content}`
  return portalLayout(frame, { title, main, errors: Object.keys(errors).length, scripts, styles: ['account.css'] })
}

export function layout(frame: Frame, title: string, content: Html): Html {
  return formPage(frame, title, {}, content)
}

export function ways(frame: Frame, base: string): Html {
  const texts = accountTexts(frame.language)
  return html`<p><a class="kern-link" href="${frame.href(`${base}/wege`)}">${texts.otherWay}</a></p>${cancelForm(frame, `${base}/abbrechen`)}`
}

function cancelForm(frame: Frame, action: string): Html {
  return html`<form method="post" action="${frame.href(action)}">${csrfField(frame)}${button(accountTexts(frame.language).cancel, { kind: 'tertiary' })}</form>`
}

function hiddenFields(fields: Readonly<Record<string, string>>): readonly Html[] {
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
}

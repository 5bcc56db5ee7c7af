// The two documents that the provider itself shows: leaving (asked by another service) and an error.
import { html, rawHtml } from '#web/html.ts'

const document = (title: string, body: ReturnType<typeof html>) =>
  `<!doctype html>${html`<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Rennsteig</title></head>
  <body><main><h1>${title}</h1>${body}</main></body></html>`}`

/** `form` is the library's own form with its token; its submit buttons stand outside and name it. */
export function logoutDocument(form: string): string {
  return document(
    'Möchten Sie sich abmelden?',
    html`<p>Sie werden überall abgemeldet, wo Sie sich mit diesem Konto angemeldet haben. <span lang="en">Do you want to sign out everywhere?</span></p>
  ${rawHtml(form)}
  <p><button type="submit" form="op.logoutForm" name="logout" value="yes">Abmelden</button> <button type="submit" form="op.logoutForm">Angemeldet bleiben</button></p>`,
  )
}

export function errorDocument(code: string, description: string): string {
  return document(
    'Das hat nicht geklappt',
    html`<p>Die Anmeldung ist abgelaufen oder der Aufruf war nicht vollständig. Bitte beginnen Sie noch einmal auf der Seite, von der Sie kommen.</p>
  <p lang="en">The sign-in has expired or the request was incomplete. Please start again on the page you came from.</p>
  <p><a href="/">Zur Startseite</a></p><p>${code}: <span lang="en">${description}</span></p>`,
  )
}

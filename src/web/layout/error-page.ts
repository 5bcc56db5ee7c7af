// Pages for what went wrong: not found, not allowed, expired, failed.
import { buttonRow, linkButton } from '../controls/index.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { type ErrorKind, errorText } from './error-texts.ts'
import { portalLayout } from './portal.ts'
import { layoutTexts } from './texts.ts'
import { workplaceLayout } from './workplace.ts'

/** The page for a refusal; `incident` is what our log knows the error by. */
export function errorPage(frame: Frame, kind: ErrorKind, incident?: string): Html {
  const words = layoutTexts(frame.language)
  const text = errorText(frame.language, kind)
  const isWorkplace = frame.path === '/arbeit' || frame.path.startsWith('/arbeit/')
  const home = linkButton(words.toHome, frame.href(isWorkplace ? '/arbeit' : '/'), { kind: kind === 'not-found' ? 'primary' : 'secondary' })
  const signIn =
    (kind === 'expired' || kind === 'forbidden') &&
    linkButton(words.signInAgain, frame.href(isWorkplace ? '/arbeit/anmelden' : '/anmelden'))
  const main = html`<h1 class="kern-heading-large">${text.title}</h1>
<p class="kern-body">${text.text}</p>
<p class="kern-body">${text.advice}</p>
${incident !== undefined && html`<p class="incident">${words.incident}: <code>${incident}</code></p>`}
${buttonRow(signIn, home)}`
  return isWorkplace ? workplaceLayout(frame, { title: text.title, main }) : portalLayout(frame, { title: text.title, main })
}

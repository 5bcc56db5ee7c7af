// The simulator's pages: choosing a card, typing the PIN, and the demo authenticator.
import { cards } from './cards.ts'
import { behaviours } from './releases.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

export const stylesheet = `
:root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 40rem; padding: 1rem }
.mark { background: #7a1f00; color: #fff; padding: .5rem 1rem; font-weight: 700 }
fieldset { border: 1px solid #767676; margin: 1.5rem 0; padding: 1rem }
legend { font-weight: 700; padding: 0 .25rem }
label { display: block; padding: .4rem 0 }
input[type=password], select { font: inherit; padding: .5rem; min-height: 44px; max-width: 100%; box-sizing: border-box }
button { font: inherit; padding: .6rem 1.2rem; min-height: 44px; margin: 0 .5rem .5rem 0 }
small { display: block; padding-left: 1.7rem }
dt { font-weight: 700 } dd { margin: 0 0 1rem; font-size: 2rem; letter-spacing: .15em }
.error { border: 3px solid #b3261e; padding: .5rem 1rem }
`

function document(title: string, body: string, refreshSeconds?: number): string {
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="stylesheet" href="/style.css">${refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${refreshSeconds}">`}</head>
<body><header class="mark">Simulator – kein echter Ausweis</header><main><h1>${escape(title)}</h1>${body}</main></body></html>`
}

const behaviourNames: Record<(typeof behaviours)[number], string> = {
  normal: 'wie es sein soll',
  slow: 'antwortet erst nach acht Sekunden',
  'wrong-nonce': 'Antwort gehört zu einer anderen Anfrage',
  'foreign-key': 'Antwort mit fremdem Schlüssel unterschrieben',
  expired: 'Einmal-Code ist abgelaufen',
  'expired-answer': 'Antwort ist abgelaufen',
}

export interface Reading {
  readonly state: string
  readonly nonce: string
  readonly returnTo: string
  readonly purpose: string
}

export function cardPage(reading: Reading, chosen: string, error: string | undefined): string {
  const radios = cards.map(
    (card, index) =>
      `<label><input type="radio" name="card" value="${card.key}"${(chosen === '' ? index === 0 : card.key === chosen) ? ' checked' : ''}> ${escape(card.title)}<small>${escape(card.note)}</small></label>`,
  )
  const options = behaviours.map((key) => `<option value="${key}">${escape(behaviourNames[key])}</option>`)
  return document(
    'Ausweis auslesen',
    `${error === undefined ? '' : `<p class="error" role="alert">${escape(error)}</p>`}
<p>Zweck: ${escape(reading.purpose)}. Alle Personen hier sind erfunden.</p>
<form method="post" action="/release">
${Object.entries(reading)
  .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
  .join('\n')}
<fieldset><legend>Welchen Ausweis legen Sie auf?</legend>${radios.join('')}</fieldset>
<p><label for="pin">PIN (im Simulator immer 123456)</label><input id="pin" name="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="6"></p>
<p><button type="submit" name="step" value="release">Daten freigeben</button><button type="submit" name="step" value="cancel">Abbrechen</button></p>
<details><summary>Für Tests: Verhalten des Simulators</summary><p><label for="behaviour">Der Simulator</label><select id="behaviour" name="behaviour">${options.join('')}</select></p></details>
</form>`,
  )
}

export function startPage(): string {
  return document(
    'Ausweis-Simulator',
    '<p>Dieser Dienst steht in der Demo für den Online-Ausweis. Er wird vom Portal aufgerufen, wenn Sie sich mit dem Ausweis anmelden.</p><p><a href="/authenticator">Demo-Authenticator: aktuelle Codes</a></p>',
  )
}

export function authenticatorPage(codes: readonly { readonly account: string; readonly code: string }[], secondsLeft: number): string {
  const list = codes.map(({ account, code }) => `<dt>${escape(account)}</dt><dd>${code}</dd>`)
  const empty = '<p>Es wurden keine Demo-Konten übergeben.</p>'
  return document(
    'Demo-Authenticator',
    `<p>Was sonst die App auf Ihrem Telefon zeigt: die Codes der Demo-Konten. Noch ${secondsLeft} Sekunden gültig, die Seite lädt sich dann neu. Jeder Code gilt einmal.</p>${codes.length === 0 ? empty : `<dl>${list.join('')}</dl>`}`,
    secondsLeft + 1,
  )
}

export function problemPage(text: string): string {
  return document('Das geht so nicht', `<p>${escape(text)}</p>`)
}

// The catcher's page: the mails it took, and how it shall behave.
import { type Html, html } from '../../src/web/html.ts'
import { type CaughtMail, type Manner, manners } from './catcher.ts'

const words: Record<Manner, string> = {
  take: 'Mails annehmen',
  later: 'Mit 451 antworten: später noch einmal',
  bounce: 'Mit 550 abweisen: Adresse unbekannt',
  silent: 'Mail annehmen, aber nie antworten',
}

export const style = `
:root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif }
body { max-width: 46rem; margin: 0 auto; padding: 1rem }
.mark { background: #ffdd57; color: #1b1b1b; padding: .5rem 1rem; font-weight: 700 }
article { border: 1px solid; border-radius: .5rem; padding: .5rem 1rem; margin: 1rem 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
h2 { font-size: 1.1rem } button { font: inherit; min-height: 44px; padding: 0 1rem }
label { display: block; padding: .5rem 0 }`

export function catcherPage(mails: readonly CaughtMail[], manner: Manner): Html {
  return html`<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Simulator: Mail</title>
<link rel="stylesheet" href="/style.css"></head><body>
<p class="mark">Simulator – hier kommt keine echte E-Mail an</p>
<main><h1>Mails der Vorführung</h1>
<p>Alles, was das Portal verschickt, landet hier. Nichts verlässt diesen Rechner.</p>
${mails.length === 0 ? html`<p>Noch ist keine Mail da.</p>` : mails.map(mailCard)}
<h2>Verhalten</h2>
<form method="post" action="/manner"><fieldset><legend>Wie soll der Simulator antworten?</legend>
${manners.map((each) => html`<label><input type="radio" name="manner" value="${each}"${each === manner && html` checked`}> ${words[each]}</label>`)}
</fieldset><p><button type="submit">Übernehmen</button></p></form>
<form method="post" action="/clear"><p><button type="submit">Alle Mails löschen</button></p></form></main></body></html>`
}

function mailCard(mail: CaughtMail): Html {
  return html`<article><h2>${mail.subject}</h2>
<p>An ${mail.to.join(', ')} · Von ${mail.from} · ${mail.receivedAt.slice(0, 19).replace('T', ' ')} UTC${mail.isDouble && html` · <strong>Doppelt</strong>`}</p>
<pre>${mail.text}</pre></article>`
}

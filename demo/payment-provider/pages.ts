// Pages of the simulator: the pay page and the list, in German and without script.
import { formatEuro } from '#kernel/money.ts'
import type { StoredTransaction } from './store.ts'

const stateWords = { INITIAL: 'offen', PAYED: 'bezahlt', FAILED: 'fehlgeschlagen', CANCELED: 'abgebrochen' } as const
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Simulator</title><link rel="stylesheet" href="/style.css"></head>
<body><header><p class="mark"><strong>Simulator</strong> Zahlungsdienst zum Ausprobieren. Es fließt kein Geld.</p></header>
<main><h1>${escape(title)}</h1>${main}</main></body></html>`
}

function euros(cents: number): string {
  return `${formatEuro(BigInt(cents))} €`
}

function action(name: string, label: string, hint: string, kind = 'second'): string {
  return `<li><button class="${kind}" name="handlung" value="${name}" aria-describedby="${name}-hinweis">${escape(label)}</button><p id="${name}-hinweis">${escape(hint)}</p></li>`
}

export function payPage(transaction: StoredTransaction, payee: string): string {
  const facts = `<dl><dt>Betrag</dt><dd class="amount">${euros(transaction.requestedCents)}</dd>
<dt>Verwendungszweck</dt><dd>${escape(transaction.description === '' ? transaction.purpose : transaction.description)}</dd>
<dt>Auf dem Kontoauszug</dt><dd>${escape(transaction.purpose)}</dd>
<dt>Empfänger</dt><dd>${escape(payee)}</dd></dl>`
  if (transaction.status === 'INITIAL') {
    const buttons = [
      action('zahlen', 'Jetzt bezahlen', 'Die Zahlung gelingt, dann geht es zurück.', 'first'),
      action('abbrechen', 'Abbrechen', 'Sie brechen ab, dann geht es zurück.'),
      action('scheitern', 'Zahlung scheitern lassen', 'Die Bank lehnt ab, dann geht es zurück.'),
      action('zahlen-und-schliessen', 'Bezahlen und Fenster schließen', 'Die Zahlung gelingt, aber niemand kehrt zurück.'),
      action('spaeter', 'Erst zurück, später bezahlen', 'Sie kehren unbezahlt zurück. Die Zahlung kommt nach 90 Sekunden an.'),
      action('falscher-betrag', 'Falschen Betrag bezahlen', 'Es kommt ein Cent weniger an.'),
    ]
    const second = `<p><a href="/bezahlen/${escape(transaction.token)}" target="_blank" rel="noopener">Dieselbe Seite in einem zweiten Fenster öffnen</a></p>`
    return page(
      'Bezahlen',
      `${facts}<form method="post" action="/bezahlen/${escape(transaction.token)}"><ul class="actions">${buttons.join('')}</ul></form>${second}`,
    )
  }
  const correction =
    transaction.status === 'PAYED'
      ? ''
      : `<form method="post" action="/bezahlen/${escape(transaction.token)}"><ul class="actions">${action('doch-bezahlt', 'Die Bank meldet: doch bezahlt', 'So kommt eine späte Wahrheit an.')}</ul></form>`
  return page(
    `Diese Zahlung ist ${stateWords[transaction.status]}`,
    `${facts}<p><a class="first" href="${escape(transaction.redirectUrl)}">Zurück zur Behörde</a></p>${correction}`,
  )
}

export function closedPage(): string {
  return page('Bezahlt', '<p>Sie können dieses Fenster schließen. Die Behörde erfährt trotzdem von der Zahlung.</p>')
}

export function unknownPage(): string {
  return page('Seite nicht gefunden', '<p>Diese Zahlung gibt es hier nicht. <a href="/">Zur Liste der Zahlungen</a></p>')
}

export function listPage(transactions: readonly StoredTransaction[]): string {
  const rows = transactions
    .slice(-200)
    .reverse()
    .map(
      (transaction) =>
        `<tr><td>${escape(transaction.openedAt.slice(0, 19).replace('T', ' '))}</td><td>${escape(transaction.purpose)}</td><td class="number">${euros(transaction.requestedCents)}</td><td>${stateWords[transaction.status]}</td><td><a href="/bezahlen/${escape(transaction.token)}">öffnen<span class="hidden"> ${escape(transaction.transactionId)}</span></a></td></tr>`,
    )
  const table = `<div class="scroll" role="region" aria-label="Zahlungen" tabindex="0"><table><thead><tr><th scope="col">Zeit (UTC)</th><th scope="col">Zweck</th><th scope="col">Betrag</th><th scope="col">Stand</th><th scope="col">Seite</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  return page('Zahlungen', rows.length === 0 ? '<p>Noch keine Zahlung.</p>' : table)
}

export const style = `
:root { color-scheme: light dark; --ink: #171a2b; --paper: #fff; --line: #8a8fa3; --mark: #5c2d00; --mark-paper: #ffe9b8; --first: #1c4ea1; --on-first: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f1f6; --paper: #171a2b; --mark: #ffe9b8; --mark-paper: #4a2a00; --first: #9fc1ff; --on-first: #10131f } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif }
header { background: var(--mark-paper); color: var(--mark); border-bottom: 2px dashed }
header p, main { max-width: 40rem; margin: 0 auto; padding: 0.75rem 1rem }
.mark strong { display: inline-block; margin-right: 0.5rem; padding: 0 0.5rem; border: 2px solid; border-radius: 4px }
h1 { font-size: 1.75rem; line-height: 1.2 }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1.5rem; margin: 1.5rem 0 }
@media (max-width: 25rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: 0.5rem } }
dt { opacity: 0.85 } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
.actions { list-style: none; padding: 0; display: grid; gap: 1rem }
.actions p { margin: 0.25rem 0 0; font-size: 1rem }
button, a.first { display: block; width: 100%; min-height: 3rem; padding: 0.5rem 1rem; border: 2px solid var(--first); border-radius: 6px; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; background: transparent; color: var(--first) }
.first { background: var(--first) !important; color: var(--on-first) !important }
a { color: var(--first) } :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 1rem }
th, td { text-align: left; padding: 0.5rem; border-bottom: 1px solid var(--line); white-space: nowrap } .number { text-align: right; font-variant-numeric: tabular-nums }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
`

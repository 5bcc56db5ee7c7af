// The readable invoice as one file that stands alone: no script, nothing loaded from elsewhere.
import { htmlLanguage } from '#kernel/language.ts'
import { type Html, html, rawHtml } from '#web/html.ts'
import type { InvoiceView, ViewFinding, ViewLanguage } from '../domain/invoice-view.ts'
import { invoiceTexts } from '../texts.ts'
import { findingNotes } from './invoice-parts.html.ts'
import { invoiceView } from './invoice-view.html.ts'

/** @param sheet our own style sheets, as one text */
export function invoiceFile(view: InvoiceView, sheet: string): Html {
  return wholeFile(`${view.kind} ${view.number}`, invoiceView(view), view.language, sheet)
}

/** What is shown of a file that is no invoice: why not. */
export function unreadableFile(findings: readonly ViewFinding[], language: ViewLanguage, sheet: string): Html {
  const texts = invoiceTexts(language)
  const main = html`<article class="invoice"><header class="invoice-head"><h1>${texts.nothingToShow}</h1></header>${findingNotes(findings, language)}</article>`
  return wholeFile(texts.nothingToShow, main, language, sheet)
}

function wholeFile(title: string, main: Html, language: ViewLanguage, sheet: string): Html {
  return html`<!DOCTYPE html>
<html lang="${htmlLanguage[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${rawHtml(sheet)}</style>
</head>
<body>
<main>
${main}
</main>
<footer><p>${invoiceTexts(language).madeBy}</p></footer>
</body>
</html>
`
}

// One stand-alone HTML file of an invoice, for the command line and for sending.
import { readFile } from 'node:fs/promises'
import { explain, type Judgement } from '#standards/einvoice'
import type { ViewLanguage } from './domain/invoice-view.ts'
import { prepareInvoice } from './domain/prepare-invoice.ts'
import { invoiceFile, unreadableFile } from './pages/invoice-file.html.ts'

const sheets = ['invoice-file.css', 'invoice.css'].map((name) => new URL(`../../web/assets/${name}`, import.meta.url))

/**
 * A file to read: result of the check, amounts, lines and everything else, with no part from elsewhere and no script.
 *
 * @returns always a page; of what is no invoice one that says why
 */
export async function renderInvoicePage(judgement: Judgement, language: ViewLanguage = 'de'): Promise<string> {
  const sheet = (await Promise.all(sheets.map((file) => readFile(file, 'utf8')))).join('')
  const { document, verdict, findings, ruleSet } = judgement
  const view = document === undefined ? undefined : prepareInvoice({ document, verdict, findings, ruleSet }, language)
  if (view !== undefined) return invoiceFile(view, sheet).markup
  const explained = findings.map((finding, index) => {
    const { title, wrong, todo } = explain(finding, document, language)
    return { anchor: `finding-${index + 1}`, rule: finding.rule, level: finding.effectiveLevel, title, wrong, todo }
  })
  return unreadableFile(explained, language, sheet).markup
}

// The process that judges invoices: one at a time; whatever a file does in here ends in here.
import { parseDay } from '#kernel/dates.ts'
import { explain, type Finding, type Judgement, judge, readInvoice, type XmlDocument } from '#standards/einvoice'
import { factsOf } from '../domain/invoice-facts.ts'
import type { InvoiceView, ViewLanguage } from '../domain/invoice-view.ts'
import { prepareInvoice } from '../domain/prepare-invoice.ts'
import type { ReceiptJudgement, ToldFinding } from '../domain/receipt.ts'
import { renderInvoicePage } from '../render-invoice-page.ts'

export interface JudgeOrder {
  readonly want: 'judgement' | 'view' | 'page'
  readonly bytes: Uint8Array
  readonly received: string
  readonly language: ViewLanguage
}
export type JudgeAnswer =
  | { readonly want: 'judgement'; readonly judgement: ReceiptJudgement }
  | { readonly want: 'view'; readonly view: InvoiceView | undefined }
  | { readonly want: 'page'; readonly page: string }

const mostFindings = 200
const weights = { error: 0, warning: 1, information: 2 } as const

process.on('message', async (order: JudgeOrder) => {
  process.send?.(await answerTo(order))
})
process.on('disconnect', () => process.exit(0))
// Ctrl+C reaches the whole group; the parent finishes its work first and then lets go.
process.on('SIGINT', () => undefined)

async function answerTo({ want, bytes, received, language }: JudgeOrder): Promise<JudgeAnswer> {
  const day = parseDay(received)
  const judged = judge(bytes, day === undefined ? {} : { received: day })
  switch (want) {
    case 'judgement':
      return { want, judgement: kept(judged) }
    case 'page':
      return { want, page: await renderInvoicePage(judged, language) }
    case 'view': {
      const { document, ...rest } = judged
      return { want, view: document === undefined ? undefined : prepareInvoice({ document, ...rest }, language) }
    }
  }
}

function kept({ verdict, ruleSet, scenario, document, findings }: Judgement): ReceiptJudgement {
  const sorted = findings.toSorted((one, other) => weights[one.effectiveLevel] - weights[other.effectiveLevel])
  const invoice = document === undefined ? undefined : readInvoice(document)
  const facts = invoice === undefined ? undefined : factsOf(invoice)
  return {
    ...{ verdict, ruleSet, count: findings.length },
    findings: sorted.slice(0, mostFindings).map((finding) => told(finding, document)),
    ...(scenario === undefined ? {} : { scenario }),
    ...(facts === undefined ? {} : { facts }),
    ...(invoice?.buyerReference === undefined ? {} : { buyerReference: invoice.buyerReference.slice(0, 200) }),
  }
}

function told(finding: Finding, document: XmlDocument | undefined): ToldFinding {
  const inWords = (language: ViewLanguage) => {
    const { title, wrong, todo } = explain(finding, document, language)
    return { title: plain(title), wrong: plain(wrong), todo: plain(todo) }
  }
  return {
    ...{ rule: finding.rule, level: finding.effectiveLevel, told: { de: inWords('de'), en: inWords('en') } },
    ...(finding.bt === undefined ? {} : { bt: finding.bt }),
    ...(finding.line === undefined ? {} : { line: finding.line }),
  }
}

/** The database keeps no zero character and no half of a pair. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}

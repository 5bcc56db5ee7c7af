// Which of the embedded files is the invoice; in doubt a person decides.
import type { Attachment } from './attachments.ts'
import { peekInvoice } from './peek.ts'
import { type Profile, profileOf } from './profiles.ts'

/** What a PDF holds: one invoice, none, or something a person must look at. */
export type HybridInvoice =
  | { readonly kind: 'invoice'; readonly invoice: Attachment; readonly profile: Profile | undefined }
  | { readonly kind: 'unclear'; readonly because: 'several-invoices' | 'unknown-name'; readonly candidates: readonly Attachment[] }
  | { readonly kind: 'none' }

/** Names agreed for the invoice XML; readers compare them without regard to case. */
const invoiceNames: ReadonlySet<string> = new Set(['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'])
/** Orders and despatch advices of the same family of standards. */
const otherNames: ReadonlySet<string> = new Set(['order-x.xml', 'cida.xml'])

/** @param attachments all files of one PDF */
export function chooseInvoice(attachments: readonly Attachment[]): HybridInvoice {
  const documents = attachments.filter((file) => isXml(file) && !otherNames.has(file.name.toLowerCase()))
  const named = documents.filter((file) => invoiceNames.has(file.name.toLowerCase()))
  const invoices = documents.filter((file) => named.includes(file) || peekInvoice(file.bytes).isInvoice)
  const [invoice] = invoices
  if (invoices.length > 1) return { kind: 'unclear', because: 'several-invoices', candidates: invoices }
  if (invoice !== undefined && named.includes(invoice)) return { kind: 'invoice', invoice, profile: profileIn(invoice) }
  return documents.length === 0 ? { kind: 'none' } : { kind: 'unclear', because: 'unknown-name', candidates: documents }
}

function isXml(file: Attachment): boolean {
  return file.name.toLowerCase().endsWith('.xml') || peekInvoice(file.bytes).isInvoice
}

function profileIn(invoice: Attachment): Profile | undefined {
  const { guideline } = peekInvoice(invoice.bytes)
  return guideline === undefined ? undefined : profileOf(guideline)
}

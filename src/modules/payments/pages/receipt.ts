// The receipt: a PDF of a payment that the provider has confirmed.
import { type Sheet, sheetTemplate } from '#documents'
import { formatInstant } from '#kernel/dates.ts'
import { formatEuro } from '#kernel/money.ts'
import { bytes, notFound, type Reply, type Visit } from '#web'
import type { Payee, PaymentsDependencies } from '../dependencies.ts'
import type { Payment } from '../domain/payment.ts'
import { paymentTexts } from '../texts.ts'
import { ownedPayment } from './payment.ts'

export async function sendReceipt(dependencies: PaymentsDependencies, visit: Visit): Promise<Reply> {
  const payment = await ownedPayment(dependencies, visit)
  if (payment?.paidAt === undefined) return notFound()
  const payee = await dependencies.payeeOf(payment.authority)
  const sheet = receiptSheet(payment, payment.paidAt, payee, visit.language === 'en' ? 'en' : 'de')
  const pdf = await dependencies.documents.render(sheetTemplate, { ...sheet }, payment.paidAt)
  return bytes(pdf, { mediaType: 'application/pdf', fileName: `${paymentTexts(visit.language).pdf.subject}.pdf`, inline: true })
}

/** What the receipt says; the same payment always gives the same file. */
export function receiptSheet(payment: Payment, paidAt: Date, payee: Payee, language: 'de' | 'en'): Sheet {
  const texts = paymentTexts(language)
  const { attempt } = payment
  const rows = [
    { term: texts.purpose, description: payment.purpose },
    { term: texts.pdf.paidAt, description: formatInstant(paidAt, language) },
    ...(attempt.method === undefined ? [] : [{ term: texts.pdf.method, description: texts.methods[attempt.method] ?? attempt.method }]),
    ...(attempt.transactionReference === undefined ? [] : [{ term: texts.pdf.cashReference, description: attempt.transactionReference }]),
    { term: texts.pdf.paymentNumber, description: payment.paymentId },
  ]
  const amounts = payment.positions.map((position) => [position.label, `${formatEuro(position.amount)} €`])
  return {
    language,
    title: `${texts.pdf.subject} ${attempt.transactionReference ?? payment.paymentId}`,
    subject: texts.pdf.subject,
    authority: payee.letterhead,
    mark: attempt.transactionReference ?? payment.paymentId,
    passages: [
      { kind: 'paragraph', text: texts.pdf.paragraph(payee.theme.name) },
      { kind: 'facts', rows },
      {
        kind: 'table',
        caption: texts.positions,
        columns: [{ label: texts.position }, { label: texts.amount, numeric: true }],
        widths: [3, 1],
        rows: [...amounts, [texts.sum, `${formatEuro(payment.amount)} €`]],
      },
      { kind: 'paragraph', text: texts.pdf.note },
    ],
  }
}

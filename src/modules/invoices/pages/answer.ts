// Takes a supplier's answer from the status page.
import { notFound, type Reply, seeOther, type Visit } from '#web'
import { answerQuery } from '../actions/ask-supplier.ts'
import type { SupplierDependencies } from '../dependencies.ts'
import { answerMissing, answerSent } from './answer.html.ts'
import { hrefOf, openReceipt } from './receipt.ts'

export async function answerAuthority(dependencies: SupplierDependencies, visit: Visit): Promise<Reply> {
  const receipt = (await openReceipt(dependencies, visit))?.receipt
  const { actor } = visit
  if (receipt === undefined || actor.kind === 'staff') return notFound()
  const { authority, receiptId } = receipt
  const text = visit.form.get('antwort') ?? ''
  const outcome = await answerQuery(dependencies.database, { authority, receipt: receiptId, actor, text, now: visit.now })
  if (!outcome.ok && outcome.reason === 'no-text') return seeOther(`${hrefOf(visit)}?antwort=${answerMissing}#f-antwort`)
  // Answered in another tab, or no longer asked: the page says where the invoice stands.
  return seeOther(outcome.ok ? `${hrefOf(visit)}?antwort=${answerSent}` : hrefOf(visit))
}

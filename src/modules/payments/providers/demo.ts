// A provider inside the process, for trying out and for tests: the shortest honest one behind the port.
import { done, refused } from '#kernel/outcome.ts'
import type { TransactionStatus } from '#standards/xbezahldienste'
import type { PaymentOrder, PaymentProvider, ReportedTransaction } from './provider.ts'

export interface DemoProvider extends PaymentProvider {
  readonly transactions: ReadonlyMap<string, ReportedTransaction>
  /** What the provider says from now on about a request. */
  say(requestId: string, facts: { readonly status: TransactionStatus; readonly amount?: bigint; readonly requestId?: string }): void
  /** Faults of the next calls, first come first served. */
  readonly faults: { open: ('lose-answer' | 'lose-question' | 'reject')[]; find: ('lose-answer' | 'forget')[] }
  /** Whether a request id is taken for a transaction's. */
  findsByRequestId: boolean
  calls: number
}

export function createDemoProvider(): DemoProvider {
  const transactions = new Map<string, ReportedTransaction>()
  const byRequest = new Map<string, string>()
  const provider: DemoProvider = {
    transactions,
    faults: { open: [], find: [] },
    findsByRequestId: false,
    calls: 0,
    say: (requestId, facts) => {
      const id = byRequest.get(requestId)
      const transaction = transactions.get(id ?? '')
      if (transaction === undefined) throw new Error(`the provider knows no request ${requestId}`)
      transactions.set(transaction.transactionId, { ...transaction, ...facts })
    },
    open: async (order: PaymentOrder) => {
      provider.calls += 1
      const fault = provider.faults.open.shift()
      if (fault === 'lose-question') return refused('unclear')
      if (fault === 'reject') return refused('rejected')
      if (byRequest.has(order.requestId)) return refused('exists')
      const transactionId = `demo-${transactions.size + 1}`
      const transaction: ReportedTransaction = {
        transactionId,
        status: 'INITIAL',
        redirectUrl: `https://pay.example/${transactionId}`,
        reference: `K-${transactions.size + 1}`,
        requestId: order.requestId,
        amount: order.amount,
      }
      byRequest.set(order.requestId, transactionId)
      transactions.set(transactionId, transaction)
      return fault === 'lose-answer' ? refused('unclear') : done(transaction)
    },
    find: async (id) => {
      provider.calls += 1
      const fault = provider.faults.find.shift()
      if (fault === 'lose-answer') return refused('unclear')
      const transaction = transactions.get(provider.findsByRequestId ? (byRequest.get(id) ?? id) : id)
      return transaction === undefined || fault === 'forget' ? refused('not-found') : done(transaction)
    },
  }
  return provider
}

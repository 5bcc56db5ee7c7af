// The store: every change is appended and fsync'd before anybody hears of it, so SIGKILL loses nothing that was said.
import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { TransactionStatus, Version } from '#standards/xbezahldienste'

export interface StoredTransaction {
  readonly transactionId: string
  /** Secret of the pay page's address. */
  readonly token: string
  readonly requestId: string
  readonly originatorId: string
  readonly endPointId: string
  readonly version: Version
  readonly request: Record<string, unknown>
  readonly requestedCents: number
  readonly purpose: string
  readonly description: string
  readonly redirectUrl: string
  readonly openedAt: string
  status: TransactionStatus
  changedAt: string
  paidCents: number
  /** When a payment promised for later comes in. */
  payAt?: string
  readonly history: { readonly status: TransactionStatus; readonly at: string }[]
}

export type Opening = Pick<
  StoredTransaction,
  'requestId' | 'originatorId' | 'endPointId' | 'version' | 'request' | 'requestedCents' | 'purpose' | 'description' | 'redirectUrl'
>

type LogLine =
  | { readonly kind: 'start' }
  | { readonly kind: 'open'; readonly at: string; readonly transactionId: string; readonly token: string; readonly opening: Opening }
  | {
      readonly kind: 'state'
      readonly at: string
      readonly transactionId: string
      readonly status: TransactionStatus
      readonly paidCents: number
    }
  | { readonly kind: 'later'; readonly at: string; readonly transactionId: string; readonly payAt: string }

export interface Store {
  /** How often the simulator was started on this folder. */
  readonly starts: number
  list(): readonly StoredTransaction[]
  byId(transactionId: string): StoredTransaction | undefined
  byToken(token: string): StoredTransaction | undefined
  byRequest(originatorId: string, requestId: string): StoredTransaction | undefined
  /** Undefined if the originator used the request id before. */
  open(opening: Opening): Promise<StoredTransaction | undefined>
  setStatus(transaction: StoredTransaction, status: TransactionStatus, paidCents: number): Promise<void>
  payLater(transaction: StoredTransaction, payAt: Date): Promise<void>
}

export async function openStore(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'transactions.jsonl')
  const transactions = new Map<string, StoredTransaction>()
  const byToken = new Map<string, StoredTransaction>()
  const byRequest = new Map<string, StoredTransaction>()
  let starts = 0
  const apply = (line: LogLine): void => {
    if (line.kind === 'start') {
      starts += 1
    } else if (line.kind === 'open') {
      const { at, transactionId, token } = line
      const opened: StoredTransaction = {
        ...line.opening,
        transactionId,
        token,
        openedAt: at,
        status: 'INITIAL',
        changedAt: at,
        paidCents: 0,
        history: [{ status: 'INITIAL', at }],
      }
      transactions.set(transactionId, opened)
      byToken.set(token, opened)
      byRequest.set(`${opened.originatorId}/${opened.requestId}`, opened)
    } else {
      const transaction = transactions.get(line.transactionId)
      if (transaction === undefined) throw new Error(`the log speaks of ${line.transactionId} before it opened`)
      change(transaction, line)
    }
  }
  for (const line of await readWholeLines(path)) apply(line)
  const append = createAppender(await open(path, 'a', 0o600), apply)
  await append({ kind: 'start' })
  return {
    starts,
    list: () => [...transactions.values()],
    byId: (transactionId) => transactions.get(transactionId),
    byToken: (token) => byToken.get(token),
    byRequest: (originatorId, requestId) => byRequest.get(`${originatorId}/${requestId}`),
    open: async (opening) => {
      const key = `${opening.originatorId}/${opening.requestId}`
      if (byRequest.has(key) || pending.has(key)) return undefined
      pending.add(key)
      try {
        const transactionId = randomBytes(12).toString('hex')
        await append({ kind: 'open', at: new Date().toISOString(), transactionId, token: randomBytes(18).toString('hex'), opening })
        return transactions.get(transactionId)
      } finally {
        pending.delete(key)
      }
    },
    setStatus: ({ transactionId }, status, paidCents) =>
      append({ kind: 'state', at: new Date().toISOString(), transactionId, status, paidCents }),
    payLater: ({ transactionId }, payAt) =>
      append({ kind: 'later', at: new Date().toISOString(), transactionId, payAt: payAt.toISOString() }),
  }
}

/** Requests whose first line is still on its way to the disk. */
const pending = new Set<string>()

function change(transaction: StoredTransaction, line: Extract<LogLine, { kind: 'state' | 'later' }>): void {
  if (line.kind === 'later') {
    transaction.payAt = line.payAt
    return
  }
  delete transaction.payAt
  transaction.status = line.status
  transaction.changedAt = line.at
  transaction.paidCents = line.paidCents
  transaction.history.push({ status: line.status, at: line.at })
}

/** Lines are written one after the other; memory follows the disk. */
function createAppender(file: FileHandle, apply: (line: LogLine) => void): (line: LogLine) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (line) => {
    last = last.then(async () => {
      await file.write(`${JSON.stringify(line)}\n`)
      await file.datasync()
      apply(line)
    })
    return last
  }
}

/** A last line torn by SIGKILL was never answered for: it is cut off. */
async function readWholeLines(path: string): Promise<LogLine[]> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0))
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) await truncate(path, end)
  const lines = bytes
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line): LogLine => JSON.parse(line))
}

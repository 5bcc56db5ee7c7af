// Facts: reads what the judge needs, as the login role and with the installation's keys, from outside the program.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Database, inTransaction } from '#database'
import { createFileStore, type FileScope, type FileStore, folderBlobs, type StoredFile } from '#files'
import { verifyHistory } from '#journal'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { openKeys } from '../../src/keys.ts'
import type { Facts, TrueTransaction } from './judge.ts'

export async function readTruth(provider: string): Promise<readonly TrueTransaction[]> {
  const response = await fetch(`${provider}/admin/truth`)
  const truth = (await response.json()) as { transactions: TrueTransaction[] }
  return truth.transactions
}

/** What the tables say now; the files behind them are read by `readDeepFacts`. */
export async function readFacts({ sql }: Database): Promise<Facts> {
  const events = ['payments.paid', 'payments.closed', 'forms.submitted', 'forms.receipt-wanted']
  const [unfinished] = await sql<{ count: number }>`
    select count(*)::int as count from pgboss.job where name = any(${events}) and state <> 'completed'`
  return {
    attempts: await sql`
      select attempt_id as attempt, payment_id as payment, state, handed_out_at is not null as "handedOut" from payments.payment_attempt`,
    payments: await sql`select payment_id as payment, reference as draft from payments.payment`,
    transfers: await sql`select attempt_id as attempt, payment_id as payment from payments.transfer`,
    announced: await sql`select data ->> 'payment' as payment from pgboss.job where name = 'payments.paid'`,
    mismatches: await sql`select attempt_id as attempt from payments.difference where kind = 'amount-mismatch'`,
    drafts: await sql`select draft_id as draft, state from forms.draft`,
    submissions: await sql`select submission_id as submission, draft_id as draft, payment_id as payment, number from forms.submission`,
    cases: await sql`select case_id as case, submission_id as submission, dossier_id as dossier from cases.case`,
    dossiers: await sql`select dossier_id as dossier from dossiers.dossier`,
    records: await sql`select case_id as case from dossiers.document where kind = 'submission'`,
    threads: await sql`select thread_id as case from mailbox.thread`,
    confirmations: await sql`select thread_id as case from mailbox.message where kind = 'confirmation'`,
    receipts: await sql`
      select s.draft_id as draft from forms.submission s
      join forms.receipt r on r.number = s.number and r.signature is not null
      join forms.receipt_file f on f.owner_id = s.owner_id and f.draft_id = s.draft_id`,
    unreadableFiles: 0,
    brokenHistories: 0,
    unfinishedEvents: unfinished?.count ?? 0,
  }
}

/** The facts of the tables, with every file read back and every chain of history followed. */
export async function readDeepFacts(admin: Database, dataFolder: string): Promise<Facts & { readonly readFiles: number }> {
  const files = await openFiles(dataFolder)
  const named = await listFiles(admin)
  let unreadableFiles = 0
  for (const { scope, file } of named) if (!(await isWhole(files, scope, file))) unreadableFiles += 1
  return { ...(await readFacts(admin)), unreadableFiles, brokenHistories: await countBroken(admin), readFiles: named.length }
}

async function openFiles(dataFolder: string): Promise<FileStore> {
  const keys = await openKeys(join(dataFolder, 'keys'), true)
  const folder = join(dataFolder, 'files')
  return createFileStore({
    blobs: folderBlobs(join(folder, 'blobs')),
    uploadFolder: join(folder, 'uploads'),
    masterKey: keys.derive('files'),
  })
}

interface NamedFile {
  readonly scope: FileScope
  readonly file: StoredFile
}

async function listFiles({ sql }: Database): Promise<readonly NamedFile[]> {
  const ofAuthorities = await sql<{ authority: AuthorityId; file: StoredFile }>`
    select authority_id as authority, file from dossiers.document_version
    union all select authority_id, file from forms.submission_file`
  const ofPersons = await sql<{ owner: OwnerId; file: StoredFile }>`select owner_id as owner, file from forms.receipt_file`
  return [
    ...ofAuthorities.map(({ authority, file }) => ({ scope: { authority }, file })),
    ...ofPersons.map(({ owner, file }) => ({ scope: { owner }, file })),
  ]
}

async function isWhole(files: FileStore, scope: FileScope, file: StoredFile): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const bytes of files.read(scope, file)) hash.update(bytes)
  } catch {
    return false
  }
  return hash.digest('hex') === file.sha256
}

async function countBroken(admin: Database): Promise<number> {
  const dossiers = await admin.sql<{ authority: AuthorityId; dossier: Id<'dossier'> }>`
    select authority_id as authority, dossier_id as dossier from dossiers.dossier`
  let broken = 0
  for (const { authority, dossier } of dossiers) {
    const checked = await inTransaction(admin, { authority }, (transaction) => verifyHistory(transaction, authority, dossier))
    if (!checked.ok) broken += 1
  }
  return broken
}

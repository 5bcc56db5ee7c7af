// What the test does to an installation that ended well: makes it forget, tells it again, and acts naively in its place.
import { type Database, inTransaction, type Transaction } from '#database'
import { enqueue } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { threadOf } from '#modules/cases'
import { openDossier } from '#modules/dossiers'
import { submitted } from '#modules/forms'
import { deliver } from '#modules/mailbox'
import type { AttemptId, PaymentId } from '../../src/modules/payments/domain/payment.ts'
import { followPayment } from '../../src/modules/payments/events.ts'

/** One submission that went all the way, with all its keys. */
export interface Finished {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly submission: Id<'submission'>
  readonly case: Id<'case'>
  readonly dossier: Id<'dossier'>
  readonly payment: PaymentId
  readonly attempt: AttemptId
  readonly turn: number
}

export async function findFinished({ sql }: Database): Promise<Finished> {
  const [found] = await sql<Finished>`
    select c.authority_id as authority, c.owner_id as owner, c.submission_id as submission, c.case_id as case, c.dossier_id as dossier,
      p.payment_id as payment, a.attempt_id as attempt, a.turn
    from cases.case c
    join forms.submission s on s.authority_id = c.authority_id and s.submission_id = c.submission_id
    join payments.payment p on p.authority_id = s.authority_id and p.payment_id = s.payment_id
    join payments.payment_attempt a on a.authority_id = p.authority_id and a.attempt_id = p.paid_attempt_id
    order by s.submitted_at limit 1`
  if (found === undefined) throw new Error('no submission went all the way')
  return found
}

/** As if the case had never been opened: no row of it is left. */
export async function forgetCase(admin: Database, { authority, owner, case: caseId, dossier }: Finished): Promise<void> {
  await inTransaction(admin, { authority, owner }, async ({ sql }) => {
    await sql`delete from mailbox.delivery d using mailbox.message m where m.owner_id = d.owner_id and m.message_id = d.message_id and m.thread_id = ${caseId}`
    await sql`delete from mailbox.message where thread_id = ${caseId}`
    await sql`delete from mailbox.status_change where thread_id = ${caseId}`
    await sql`delete from mailbox.thread where thread_id = ${caseId}`
    await sql`delete from cases.case where case_id = ${caseId}`
    await sql`delete from dossiers.search_entry where dossier_id = ${dossier}`
    await sql`delete from dossiers.document_version v using dossiers.document d where d.document_id = v.document_id and d.dossier_id = ${dossier}`
    await sql`delete from dossiers.document where dossier_id = ${dossier}`
    await sql`delete from dossiers.dossier_case where dossier_id = ${dossier}`
    await sql`delete from dossiers.dossier_grant where dossier_id = ${dossier}`
    await sql`delete from dossiers.dossier where dossier_id = ${dossier}`
    await sql`delete from journal.history where dossier_id = ${dossier}`
    await sql`delete from journal.history_head where dossier_id = ${dossier}`
  })
}

/** As if nobody had ever asked the provider what became of the payment. */
export async function forgetPosting(admin: Database, { authority, payment, attempt }: Finished): Promise<void> {
  await inTransaction(admin, { authority }, async ({ sql }) => {
    await sql`delete from payments.transfer where attempt_id = ${attempt}`
    await sql`update payments.payment set paid_attempt_id = null, paid_at = null where payment_id = ${payment}`
    await sql`update payments.payment_attempt set state = 'initial', nudged_at = now() where attempt_id = ${attempt}`
    await sql`delete from pgboss.job where name = 'payments.paid' and data ->> 'payment' = ${payment}`
  })
}

/** Tells of the submission, and has the provider asked, so many times at once. */
export async function tellAgain(database: Database, finished: Finished, times: number): Promise<void> {
  const { authority, owner, submission, attempt, turn } = finished
  const tell = () =>
    inTransaction(database, { authority, owner }, async (transaction) => {
      await enqueue(transaction, submitted, { authority, owner, submission })
      await enqueue(transaction, followPayment, { authority, attempt, turn })
    })
  await Promise.all(Array.from({ length: times }, tell))
}

/** A consumer that trusts to be told once: it looks for nothing and keys its message by chance. */
export async function openCaseNaively(transaction: Transaction, finished: Finished): Promise<void> {
  const { authority, owner, case: like } = finished
  const now = new Date()
  const { dossier } = await openDossier(transaction, { authority, filePlanUnit: '00.1', subject: 'naive', owner, now })
  await transaction.sql`
    insert into cases.case
    select (jsonb_populate_record(c, jsonb_build_object('case_id', ${newId<'case'>()}::text, 'dossier_id', ${dossier}::text))).*
    from cases.case c where case_id = ${like}`
  const facts = { subject: 'naive', text: 'naive', attachments: [], eventKey: newId<'message'>() }
  await deliver(transaction, { authority, owner, thread: threadOf(like), kind: 'confirmation', ...facts, now })
}

/** Posts because the provider said "paid", whatever stands in the ledger. */
export async function postNaively(transaction: Transaction, finished: Finished): Promise<void> {
  const { authority, payment, attempt } = finished
  await transaction.sql`
    insert into payments.transfer (authority_id, transfer_id, code, payment_id, attempt_id, debit, credit, amount, occurred_at, recorded_at)
    values (${authority}, ${newId<'transfer'>()}, 'fee-paid', ${payment}, ${attempt}, 'provider-clearing', 'fees-received', 1000, now(), now())`
}

/** The keys that keep a second case and a second posting out. */
export async function dropKeys({ sql }: Database): Promise<void> {
  await sql`alter table cases.case drop constraint case_authority_id_submission_id_key`
  await sql`alter table payments.transfer drop constraint transfer_once_per_attempt`
  await sql`drop index payments.transfer_once_per_payment`
}

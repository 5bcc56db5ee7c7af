// Makes the signed decision real: rendered and sealed once, filed, delivered to the mailbox.
import { inTransaction } from '#database'
import type { StoredFile } from '#files'
import type { AuthorityId, System } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'
import { fileDocument } from '#modules/dossiers'
import { getSubmission, type Submission } from '#modules/forms'
import { deliver } from '#modules/mailbox'
import type { CasesDependencies } from '../dependencies.ts'
import type { Case } from '../domain/case.ts'
import type { Decision } from '../domain/decision.ts'
import { findCase, findDecision, lockCase } from '../reads.ts'
import { caseTexts } from '../texts.ts'
import { setDecisionFile, setIssued } from '../writes.ts'
import { composeNotice, renderNotice, templateOf } from './compose-notice.ts'
import { chunks, threadOf } from './open-case.ts'
import { moveCase } from './work-on-case.ts'

const house: System = { kind: 'system', name: 'Rennsteig' }

interface Issuing {
  readonly found: Case
  readonly decision: Decision
  readonly file: StoredFile | undefined
  readonly submission: Submission
}

/** Runs again after any crash: the file is kept once, the delivery happens once. */
export async function issueDecision(
  dependencies: CasesDependencies,
  order: { authority: AuthorityId; case: Id<'case'> },
  now: Date,
): Promise<void> {
  const issuing = await readIssuing(dependencies, order)
  if (issuing === undefined || issuing.decision.state !== 'signed') return
  const file = issuing.file ?? (await sealNotice(dependencies, issuing))
  await deliverNotice(dependencies, issuing, file, now)
}

async function readIssuing(
  dependencies: CasesDependencies,
  order: { authority: AuthorityId; case: Id<'case'> },
): Promise<Issuing | undefined> {
  return inTransaction(dependencies.database, { authority: order.authority }, async (transaction) => {
    const found = await findCase(transaction, order.authority, order.case)
    const decided = await findDecision(transaction, order.authority, order.case)
    const version = decided?.decision.submissionVersion ?? found?.submissionVersion
    const submission = found && (await getSubmission(transaction, order.authority, found.submission, version))
    return found === undefined || decided === undefined || submission === undefined ? undefined : { found, ...decided, submission }
  })
}

async function sealNotice(dependencies: CasesDependencies, issuing: Issuing): Promise<StoredFile> {
  const { found, decision, submission } = issuing
  if (decision.signer === undefined) throw new Error('a signed decision without signer')
  const { template, outcome } = templateOf(dependencies, decision)
  const { name, at } = decision.signer
  const { letter } = await composeNotice(dependencies, {
    found,
    submission,
    template,
    outcome,
    judgement: decision.judgement,
    signed: { name, at },
    now: at,
  })
  const pdf = await renderNotice(dependencies, letter, at)
  const sealed = await dependencies.signer.sign(pdf, { name, reason: letter.subject, location: letter.authority.name, now: at })
  const stored = await dependencies.files.write(
    { authority: found.authority },
    `${caseTexts.noticeName}-${found.submissionNumber}.pdf`,
    chunks(sealed),
  )
  if (!stored.ok) throw new Error(`the notice could not be stored: ${stored.reason}`)
  return inTransaction(dependencies.database, { authority: found.authority }, async (transaction) => {
    await setDecisionFile(transaction, { authority: found.authority, caseId: found.caseId, decisionId: decision.decisionId }, stored.value)
    return (await findDecision(transaction, found.authority, found.caseId))?.file ?? stored.value
  })
}

async function deliverNotice(dependencies: CasesDependencies, issuing: Issuing, file: StoredFile, now: Date): Promise<void> {
  const { authority, owner, caseId } = issuing.found
  const { outcome } = templateOf(dependencies, issuing.decision)
  const copy = await dependencies.files.copy({ authority }, file, { owner })
  const isDelivered = await inTransaction(dependencies.database, { authority, owner }, async (transaction) => {
    const found = await lockCase(transaction, authority, caseId)
    const current = (await findDecision(transaction, authority, caseId))?.decision
    if (found === undefined || current?.state !== 'signed') return false
    const document = await fileDocument(transaction, {
      ...{
        authority,
        dossier: found.dossier,
        case: caseId,
        kind: 'decision',
        direction: 'outgoing',
        title: outcome.label,
        file,
        actor: house,
        now,
      },
      ...{ archivalLevel: '2a', isSealed: true, text: `${found.title.de} ${found.applicant}` },
    })
    await setIssued(transaction, { authority, caseId, decisionId: current.decisionId }, document)
    const text = caseTexts.decisionText(found.title.de)
    const legal = { rule: 'ozg-9', provided: now } as const
    const message = await deliver(transaction, {
      authority,
      owner,
      thread: threadOf(caseId),
      kind: 'decision',
      subject: caseTexts.decisionSubject(found.title.de),
      text,
      attachments: [copy],
      legal,
      eventKey: current.decisionId,
      now,
    })
    await moveCase(transaction, found, 'delivered', now)
    return message !== undefined
  })
  if (!isDelivered) await dependencies.files.remove(copy)
}

// Makes a receipt: signs what was received, and renders it as PDF for the person; never a condition of submitting.
import { inTransaction } from '#database'
import { type Letterhead, type Sheet, sheetTemplate } from '#documents'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import { formatInstant } from '#kernel/dates.ts'
import type { FormsDependencies } from '../dependencies.ts'
import { canonicalJson, type DraftId } from '../domain/draft.ts'
import type { Receipt } from '../domain/receipt.ts'
import { answersAsRows } from '../domain/rows.ts'
import { findDraft, findNewOwner, findReceiptFile, findSubmission, listReceipts } from '../reads.ts'
import { insertReceiptFile, setReceiptSignature, setReceiptSum } from '../writes.ts'

export interface ReceiptOrder {
  readonly authority: AuthorityId
  readonly owner: OwnerId
  readonly draft: DraftId
  readonly number: string
  readonly version: number
  readonly now: Date
}

/** Idempotent: a second run finds signature and file. */
export async function makeReceipt(dependencies: FormsDependencies, order: ReceiptOrder): Promise<void> {
  const { database } = dependencies
  const receipt = await signReceipt(dependencies, order)
  const owner = (await findNewOwner(database, order.owner, order.draft)) ?? order.owner
  const known = await inTransaction(database, { owner, authority: order.authority }, async (transaction) => {
    const draft = await findDraft(transaction, owner, order.draft)
    if (draft?.submission === undefined || (await findReceiptFile(transaction, owner, order.draft)) !== undefined) return undefined
    return findSubmission(transaction, order.authority, draft.submission, order.version)
  })
  if (known === undefined) return
  const groups = answersAsRows(known.definition, known.answers, 'de', dependencies.codeLists)
  const fileNames = new Map(known.files.map(({ fileId, file }) => [String(fileId), file.name]))
  const arms = (await dependencies.neighbours.findAuthority(database, order.authority))?.arms
  const authority = { name: receipt.content.authority, ...(arms === undefined ? {} : { arms }) }
  const sheet = sheetOf(receipt, dependencies.baseUrl, { groups, fileNames, authority })
  const pdf = await dependencies.documents.render(sheetTemplate, { ...sheet }, known.versionSubmittedAt)
  const sealed = await dependencies.signer.sign(pdf, {
    name: receipt.content.authority,
    reason: 'Eingangsbestätigung',
    location: receipt.content.authority,
    now: order.now,
  })
  const written = await dependencies.files.write({ owner }, `Quittung-${receipt.number}.pdf`, once(sealed))
  if (!written.ok) throw new Error(`the receipt could not be kept: ${written.reason}`)
  const isFirst = await inTransaction(database, { owner }, async (transaction) => {
    const isKept = await insertReceiptFile(transaction, owner, order.draft, written.value, order.now)
    if (isKept) await setReceiptSum(transaction, order.number, order.version, written.value.sha256)
    return isKept
  })
  if (!isFirst) await dependencies.files.remove(written.value)
}

async function signReceipt({ database, signer }: FormsDependencies, order: ReceiptOrder): Promise<Receipt> {
  const find = async (): Promise<Receipt> => {
    const receipt = (await listReceipts(database, order.number)).find((each) => each.version === order.version)
    if (receipt === undefined) throw new Error('a receipt is made of what was received')
    return receipt
  }
  const receipt = await find()
  if (receipt.signed !== undefined) return receipt
  const signed = await signer.signBytes(Buffer.from(canonicalJson(receipt.content)))
  await inTransaction(database, {}, (transaction) => setReceiptSignature(transaction, order.number, order.version, signed))
  return find()
}

interface ReceiptParts {
  readonly groups: ReturnType<typeof answersAsRows>
  readonly fileNames: ReadonlyMap<string, string>
  readonly authority: Letterhead
}

function sheetOf({ number, checkCode, content }: Receipt, baseUrl: string, { groups, fileNames, authority }: ReceiptParts): Sheet {
  const answers = groups.flatMap((group) => {
    const rows = group.rows
      .map((row) => ({
        term: row.label,
        description: row.files.length > 0 ? row.files.map((id) => fileNames.get(id) ?? '').join('\n') : row.text,
      }))
      .filter((row) => row.description !== '')
    return rows.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: group.title },
          { kind: 'facts' as const, rows },
        ]
  })
  return {
    language: 'de',
    title: `Eingangsbestätigung ${number}`,
    subject: `Eingangsbestätigung: ${content.service}`,
    authority,
    mark: number,
    passages: [
      { kind: 'paragraph', text: `${content.authority} hat Ihre Angaben am ${formatInstant(new Date(content.submittedAt))} Uhr erhalten.` },
      {
        kind: 'facts',
        rows: [
          { term: 'Nummer', description: number },
          { term: 'Prüfcode', description: checkCode },
          ...(content.version > 1 ? [{ term: 'Fassung', description: `${content.version} (berichtigt)` }] : []),
          { term: 'Prüfsumme der Angaben', description: content.sha256.replaceAll(/(.{32})(?=.)/g, '$1\n') },
        ],
      },
      { kind: 'paragraph', text: `Diese Bestätigung kann jeder prüfen, der Nummer und Prüfcode hat: ${baseUrl}/quittung/pruefen` },
      { kind: 'heading', text: 'Ihre Angaben' },
      ...answers,
    ],
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

// The sweep of unnamed files over a real case: nothing that any row names is touched, what a crash left is removed.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { StoredFile } from '#files'
import { newId } from '#kernel/ids.ts'
import { openCaseFixture } from '#test/harness/case-fixture.ts'
import { sweepUnnamedFiles } from './sweep-files.ts'

const fixture = await openCaseFixture()
const { database, admin, files } = fixture

/** Each jsonb column either holds stored files and is told to the database, or is known to hold none. */
const holding = [
  'cases.decision.file',
  'dossiers.document_version.file',
  'forms.draft_file.file',
  'forms.receipt_file.file',
  'forms.submission_file.file',
  'invoices.checked_file.file',
  'invoices.payment_run.file',
  'invoices.receipt.original',
  'invoices.statement.file',
  'mailbox.message.attachments',
]

const withoutFiles = Object.entries({
  accounts: ['means.credential', 'oidc_client.public_keys', 'oidc_record.payload', 'sign_in.state'],
  cases: ['case.title', 'decision.judgement', 'request.paths', 'undo.before'],
  catalogue: ['competence_exception.content', 'life_situation.content', 'public_service.content'],
  database: ['installation.value'],
  directory: ['authority.address', 'authority.hours', 'authority.letterhead', 'authority.theme', 'authority_unit.name'],
  dossiers: ['dossier.retention'],
  forms: [
    'draft.answers',
    'draft.correction',
    'draft.removed',
    'draft.sealed',
    'form_definition.definition',
    'receipt.content',
    'submission.applicant',
    'submission_version.answers',
  ],
  invoices: [
    'checked_file.judgement',
    'invoice.assignment',
    'invoice.discounts',
    'payment_run.made_by',
    'payment_run.released_by',
    'receipt.judgement',
    'statement.taken_by',
    'statement.unmatched',
    'step.actor',
    'supplier_account.confirmed_by',
  ],
  journal: ['history.detail', 'search.filters'],
  payments: ['difference.detail', 'payment.positions'],
}).flatMap(([schema, columns]) => columns.map((column) => `${schema}.${column}`))

async function* one(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('%PDF-1.7\n')
}

async function jsonColumns(): Promise<readonly string[]> {
  const rows = await admin.sql<{ name: string }>`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where data_type = 'jsonb' and table_schema not in ('pgboss', 'pg_catalog', 'information_schema') order by 1`
  return rows.map((row) => row.name)
}

function isThere(key: string): boolean {
  return existsSync(join(fixture.blobFolder, key.slice(0, 2), key))
}

async function everyFile(): Promise<readonly StoredFile[]> {
  const found: StoredFile[] = []
  for (const column of await jsonColumns()) {
    const [schema, table, name] = column.split('.')
    const { rows } = await admin.pool.query<{ file: StoredFile }>(
      `select jsonb_path_query("${name}", '$.** ? (exists (@.storageKey))') as file from "${schema}"."${table}"`,
    )
    found.push(...rows.map((row) => row.file))
  }
  return found
}

test('a file without a row goes after a day, every file that a row names stays', async () => {
  const { caseId } = await fixture.openBlueCardCase()
  assert.ok(caseId)
  await fixture.openDogCase()
  const named = await everyFile()
  assert.ok(named.length > 10, `${named.length} files`)
  const left = await files.write({ owner: newId<'owner'>() }, 'rest.pdf', one())
  assert.ok(left.ok)
  assert.equal(await sweepUnnamedFiles({ database, files }, new Date()), 0)
  const removed = await sweepUnnamedFiles({ database, files }, new Date(Date.now() + 2 * 86_400_000))
  assert.ok(removed >= 1)
  for (const file of named) assert.ok(isThere(file.storageKey), file.name)
  assert.equal(isThere(left.value.storageKey), false)
})

test('no row tells the sweep more than the names of files', async () => {
  await assert.rejects(
    admin.pool.query('begin; set local role rennsteig_files; select answers from forms.draft; commit'),
    /permission denied/,
  )
  await admin.pool.query('rollback').catch(() => undefined)
})

test('every jsonb column that holds files is known to the sweep', async () => {
  const told = await admin.sql<{ name: string }>`
    select policy.polrelid::regclass::text || '.' || attribute.attname as name from pg_policy policy
    join pg_attribute attribute on attribute.attrelid = policy.polrelid and attribute.attnum > 0
    where policy.polname = 'stored_files' and has_column_privilege('rennsteig_files', policy.polrelid, attribute.attnum, 'select') order by 1`
  assert.deepEqual(
    told.map((row) => row.name),
    holding,
  )
  const unknown = (await jsonColumns()).filter((column) => !holding.includes(column) && !withoutFiles.includes(column))
  assert.deepEqual(unknown, [], 'tell the sweep by database.names_files, or add it to those without files')
})

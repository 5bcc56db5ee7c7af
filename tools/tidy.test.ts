// House rules that no linter knows: headers, module readmes, SQL homes, migrations, words.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { drawStates } from './draw-states.ts'
import { lifeCycles } from './life-cycles.ts'

const root = join(import.meta.dirname, '..')

function listFiles(folder: string, ending: RegExp): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => ending.test(name) && !name.includes('node_modules'))
}

const sources = ['src', 'demo', 'tools', 'test', 'bench'].flatMap((folder) => listFiles(folder, /\.(ts|mjs|js)$/))
const modules = readdirSync(join(root, 'src/modules'))

/** Lines of `text` that break a rule; the rule is a pure function, so that it can be seen failing. */
export const rules = {
  opensWithComment: (text: string) => /^(#!.*\n)?(\/\/ |\/\*\*)\S?.*/.test(text),
  ownSchema: (module: string, text: string) =>
    [...text.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)\.[a-z_]+/g)]
      .map((match) => match[1] ?? '')
      .filter((schema) => schema !== module && schema !== 'database' && schema !== 'excluded'),
  forbiddenName: (path: string) =>
    /(^|[/-])(data|info|item|manager|helper|util|utils|common)(s)?(\.|$|-)/.test(path.split('/').at(-1) ?? ''),
  germanWords: (text: string) =>
    [
      ...text
        .replaceAll(/(['"`])(?:\\.|(?!\1)[^\\])*\1/gs, '')
        .replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
        .matchAll(
          /(?<![/\w\-'"`?&=#.])\w*(?:vorgang|akte(?!n?iv|ur)|bescheid|antrag|behoerde|zustellung|gebuehr|frist(?!en)|leistung|dokument)\w*\b/gi,
        ),
    ].map((match) => match[0]),
}

test('every source file says in its first line what it is for', () => {
  assert.deepEqual(
    sources.filter((file) => !rules.opensWithComment(readFileSync(join(root, file), 'utf8'))),
    [],
  )
  assert.equal(rules.opensWithComment("import 'x'\n"), false)
})

test('every module has a README', () => {
  assert.deepEqual(
    modules.filter((module) => !existsSync(join(root, 'src/modules', module, 'README.md'))),
    [],
  )
})

test('the SQL of a module names its own schema only', () => {
  const strangers = modules.flatMap((module) =>
    listFiles(join('src/modules', module), /(reads|writes)(\/[^/]+)?\.ts$/)
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) =>
        rules
          .ownSchema(module, readFileSync(join(root, file), 'utf8').replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''))
          .map((schema) => `${file}: ${schema}`),
      ),
  )
  assert.deepEqual(strangers, [])
  assert.deepEqual(rules.ownSchema('payments', 'select 1 from dossiers.document'), ['dossiers'])
})

test('SQL stands in reads and writes alone', () => {
  const elsewhere = listFiles('src/modules', /\.ts$/).filter(
    (file) =>
      !/(reads|writes)(\/[^/]+)?\.ts$|\.test\.ts$|\/testing\//.test(file) &&
      /\bsql(<[^>]*>)?`/.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(elsewhere, [])
})

test('no file is a drawer', () => {
  assert.deepEqual(
    sources.filter((file) => rules.forbiddenName(file)),
    [],
  )
  assert.equal(rules.forbiddenName('src/web/utils.ts'), true)
})

test('the product reads its environment in one file', () => {
  assert.deepEqual(
    listFiles('src', /\.ts$/).filter((file) => file !== 'src/config.ts' && /process\.env\b/.test(readFileSync(join(root, file), 'utf8'))),
    [],
  )
})

test('identifiers are English, but for codecs of German wire formats', () => {
  const german = listFiles('src', /\.ts$/)
    .filter((file) => !file.startsWith('src/standards/') && !/texts(\.ts|\/)/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => rules.germanWords(readFileSync(join(root, file), 'utf8')).map((word) => `${relative('src', file)}: ${word}`))
  assert.deepEqual(german, [])
  assert.deepEqual(rules.germanWords("const vorgangListe = 'Vorgang'"), ['vorgangListe'])
})

const migrationFiles = readdirSync(join(root, 'migrations')).sort()

/** Faults of a migration against the database rules of docs/decisions; empty when it keeps them. */
export function migrationFaults(text: string): readonly string[] {
  const statements = text.replaceAll(/--.*/g, '').toLowerCase()
  const faults: string[] = []
  if (/create\s+(or replace\s+)?trigger/.test(statements)) faults.push('a trigger')
  if (/on\s+delete\s+set\s+null/.test(statements)) faults.push('on delete set null')
  if (/\b(serial|bigserial)\b|create\s+sequence/.test(statements)) faults.push('a sequence')
  if (/\btimestamp\b(?!tz)(?!\s+with)/.test(statements)) faults.push('a timestamp without time zone')
  if (/\b\w*(?:amount|cents|fee|price)\w*\s+(?:numeric|decimal|money|float|real|double precision)/.test(statements))
    faults.push('a column of inexact money')
  const protectedTables = new Set(
    [
      ...statements.matchAll(/(?:force_policy|protect_authority|protect_owner|protect_both|reference_table|shared_table)\(\s*'([^']+)'/g),
    ].map((match) => match[1]),
  )
  // A table with policies of its own opens itself and forces row security by hand.
  for (const match of statements.matchAll(/alter table ([a-z_.]+) force row level security/g)) protectedTables.add(match[1])
  for (const match of statements.matchAll(/create\s+table\s+(?:if not exists\s+)?([a-z_.]+)\s*\(([\s\S]*?)\n\)/g)) {
    const [, table = '', columns = ''] = match
    if (!protectedTables.has(table)) faults.push(`${table} has no protection`)
    if (!text.includes(`${table} by `) && !text.includes(`reference: ${table}`)) faults.push(`${table} is not in the list for distribution`)
    const key = /primary\s+key\s*\(\s*([a-z_]+)/.exec(columns)?.[1]
    const isTenant = new RegExp(`protect_(authority|both)\\(\\s*'${table.replace('.', '\\.')}'`).test(statements)
    const isPersonal = new RegExp(`protect_owner\\(\\s*'${table.replace('.', '\\.')}'`).test(statements)
    if (isTenant && key !== 'authority_id') faults.push(`${table}: authority_id is not first in the primary key`)
    if (isPersonal && key !== 'owner_id') faults.push(`${table}: owner_id is not first in the primary key`)
  }
  return faults
}

test('migrations keep the database rules', () => {
  for (const file of migrationFiles) assert.deepEqual(migrationFaults(readFileSync(join(root, 'migrations', file), 'utf8')), [], file)
})

test('the migration rules are seen failing', () => {
  assert.deepEqual(
    migrationFaults(
      "create table a.b (\n id uuid primary key,\n at timestamp\n);\nselect database.protect_authority('a.b');\n-- distribute: a.b by authority_id",
    ),
    ['a timestamp without time zone', 'a.b: authority_id is not first in the primary key'],
  )
  assert.deepEqual(migrationFaults('create table a.c (\n id uuid\n);'), [
    'a.c has no protection',
    'a.c is not in the list for distribution',
  ])
  assert.deepEqual(migrationFaults('create trigger t after insert on x'), ['a trigger'])
})

test('migrations are numbered once each', () => {
  const numbers = migrationFiles.map((file) => file.slice(0, 4))
  assert.equal(new Set(numbers).size, numbers.length)
})

test('the pictures of the life cycles are those of the tables in the code', () => {
  const stale = Object.entries(lifeCycles).filter(([name, { title, steps }]) => {
    const file = join(root, 'docs/pictures', `states-${name}.svg`)
    return !existsSync(file) || readFileSync(file, 'utf8') !== drawStates(title, steps)
  })
  assert.deepEqual(
    stale.map(([name]) => name),
    [],
    'run `npm run draw`',
  )
})

/** Words of the checks `state in (…)` in a migration. */
export function stateChecks(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/check\s*\(\s*(?:state|notice)\s+in\s*\(([^)]*)\)/g)].map((match) =>
    [...(match[1] ?? '').matchAll(/'([^']+)'/g)].map((word) => word[1] ?? '').sort(),
  )
}

test('the database knows the same states as the code', () => {
  const checks = migrationFiles
    .flatMap((file) => stateChecks(readFileSync(join(root, 'migrations', file), 'utf8')))
    .map((words) => words.join(' '))
  for (const { title, steps } of Object.values(lifeCycles))
    assert.ok(checks.includes(Object.keys(steps).sort().join(' ')), `${title}: no check with these words`)
  assert.deepEqual(stateChecks("check (state in ('b', 'a'))"), [['a', 'b']])
})

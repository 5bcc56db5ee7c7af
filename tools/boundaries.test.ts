// The boundaries hold, and each rule is seen failing: a rule nobody saw fail may be dead.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import configuration from '../.dependency-cruiser.mjs'

const root = join(import.meta.dirname, '..')
const rules: readonly IForbiddenRuleType[] = configuration.forbidden

/** One file per rule that breaks it: path and source. */
const offences: Readonly<Record<string, readonly [string, string]>> = {
  'no-circles': ['src/kernel/bad-circle.ts', "import './bad-circle-back.ts'"],
  resolvable: ['src/kernel/bad-resolve.ts', "import './does-not-exist.ts'"],
  'kernel-is-pure': ['src/kernel/bad-core.ts', "import 'node:fs'"],
  'ground-of-kernel': ['src/kernel/bad-ground.ts', "import '../web/html.ts'"],
  'ground-of-database': ['src/database/bad-ground.ts', "import '../web/html.ts'"],
  'ground-of-jobs': ['src/jobs/bad-ground.ts', "import '../web/html.ts'"],
  'ground-of-journal': ['src/journal/bad-ground.ts', "import '../web/html.ts'"],
  'ground-of-files': ['src/files/bad-ground.ts', "import '../web/html.ts'"],
  'ground-of-documents': ['src/documents/bad-ground.ts', "import '../web/html.ts'"],
  'ground-of-web': ['src/web/bad-ground.ts', "import '../jobs/index.ts'"],
  'ground-knows-no-module': ['src/web/bad-module.ts', "import '#modules/forms'"],
  'standards-stand-alone': ['src/standards/xdomea/bad-neighbour.ts', "import '#standards/pades'"],
  'standards-are-pure': ['src/standards/xdomea/bad-io.ts', "import 'node:fs'"],
  'through-the-face': ['src/modules/cases/bad-door.ts', "import '../forms/reads.ts'"],
  'composition-uses-faces': ['src/bad-composition.ts', "import './modules/payments/reads.ts'"],
  'nobody-imports-the-composition': ['src/web/bad-config.ts', "import '../config.ts'"],
  'not-your-own-face': ['src/modules/payments/bad-face.ts', "import './index.ts'"],
  'domain-is-pure': ['src/modules/payments/domain/bad-web.ts', "import '#web'"],
  'domain-has-no-io': ['src/modules/payments/domain/bad-io.ts', "import 'node:fs'"],
  'views-are-pure': ['src/modules/payments/pages/bad.html.ts', "import '#database'"],
  'views-have-no-io': ['src/modules/payments/pages/bad-io.html.ts', "import 'node:fs'"],
  'pages-write-nothing': ['src/modules/payments/pages/bad-write.ts', "import '../writes.ts'"],
  'actions-know-no-web': ['src/modules/payments/actions/bad-web.ts', "import '#web'"],
  'sql-is-for-its-module': ['src/modules/payments/reads/bad-web.ts', "import '#web'"],
  'providers-behind-the-port': ['src/modules/payments/actions/bad-provider.ts', "import '../providers/xbezahldienste.ts'"],
  'no-test-in-code': ['src/kernel/bad-test.ts', "import './ids.test.ts'"],
  'product-knows-no-demo': ['src/web/bad-demo.ts', "import '../../demo/bad.ts'"],
  ...Object.fromEntries(
    ['directory', 'catalogue', 'accounts', 'mailbox', 'payments', 'dossiers', 'invoices', 'forms', 'cases', 'portal'].map((module) => [
      `arrows-of-${module}`,
      [`src/modules/${module}/bad-arrow.ts`, "import '#modules/workplace'"] as const,
    ]),
  ),
  'arrows-of-workplace': ['src/modules/workplace/bad-arrow.ts', "import '#modules/portal'"],
}
/** What offending files point to, where the tree does not have it under that name. */
const targets: Readonly<Record<string, string>> = {
  'src/kernel/bad-circle-back.ts': "import './bad-circle.ts'",
  'src/kernel/ids.test.ts': 'export const a = 1',
  'src/modules/payments/writes.ts': 'export const a = 1',
  'src/modules/payments/reads.ts': 'export const a = 1',
  'src/modules/forms/reads.ts': 'export const a = 1',
  'demo/bad.ts': 'export const a = 1',
  ...Object.fromEntries(
    ['forms', 'payments', 'portal', 'workplace'].map((module) => [`src/modules/${module}/index.ts`, 'export const a = 1']),
  ),
}

async function plant(file: string, source: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${source}\n`)
}

async function cruiseTree(folder: string): Promise<ICruiseResult> {
  const before = process.cwd()
  process.chdir(folder)
  try {
    const { output } = await cruise(['src'], { ...configuration.options, ruleSet: { forbidden: [...rules] }, validate: true })
    if (typeof output === 'string') throw new Error('dependency-cruiser gave text instead of its result')
    return output
  } finally {
    process.chdir(before)
  }
}

test('no import breaks a boundary, and the whole tree was read', async () => {
  const { summary, modules } = await cruiseTree(root)
  assert.deepEqual(
    summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`),
    [],
  )
  // Beside TypeScript 7 the tool reads nothing and reports success, unless the swc parser is there.
  assert.ok(modules.filter((module) => module.source.startsWith('src/')).length > 100, `only ${modules.length} modules were read`)
})

test('every boundary rule is seen failing', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'rennsteig-boundaries-'))
  try {
    for (const name of ['src', 'package.json', 'tsconfig.json']) await cp(join(root, name), join(copy, name), { recursive: true })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const [path, source] of Object.values(offences)) await plant(join(copy, path), source)
    for (const [path, source] of Object.entries(targets)) if (!existsSync(join(copy, path))) await plant(join(copy, path), source)
    const { summary } = await cruiseTree(copy)
    const dead = rules.filter((rule) => {
      const offence = offences[rule.name ?? '']
      return (
        offence === undefined ||
        !summary.violations.some(
          (violation) => violation.rule.name === rule.name && violation.from.startsWith(offence[0].replace(/\.ts$/, '')),
        )
      )
    })
    assert.deepEqual(
      dead.map((rule) => rule.name),
      [],
    )
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
})

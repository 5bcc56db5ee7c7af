// The pre-step: installs what the lock file names, hands over to the pinned Node, passes signals and exit codes.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import { makeFolder, root, run, until } from './houses.ts'

interface Binaries {
  readonly binaries: Readonly<Record<string, { readonly version: string; readonly file: string; readonly sha256: string }>>
}
const recorded: Binaries = JSON.parse(readFileSync(join(root, 'tools', 'node-binaries.json'), 'utf8'))

test('the pinned Node of this machine is the very file that was recorded, and every locked one is recorded', async () => {
  const lock: { packages: Record<string, { version?: string }> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const locked = Object.entries(lock.packages).filter(([path]) => /^node_modules\/node-(bin-)?(linux|darwin|win)-/.test(path))
  assert.deepEqual(
    locked
      .map(([path, entry]) => [path.slice('node_modules/'.length), entry.version])
      .sort(([left = ''], [right = '']) => left.localeCompare(right)),
    Object.entries(recorded.binaries).map(([name, binary]) => [name, binary.version]),
  )
  let compared = 0
  for (const [name, binary] of Object.entries(recorded.binaries)) {
    const file = join(root, 'node_modules', name, binary.file)
    if (!existsSync(file)) continue
    const hash = createHash('sha256')
    await pipeline(createReadStream(file), hash)
    assert.equal(hash.digest('hex'), binary.sha256, name)
    compared += 1
  }
  assert(compared > 0, 'no pinned Node is installed')
})

/** A project with one package that lies beside it, so that npm needs no registry. */
function makeProject(version: string): string {
  const folder = makeFolder()
  const thing = join(folder, 'thing')
  mkdirSync(join(folder, 'tools'))
  mkdirSync(join(folder, 'src'))
  mkdirSync(thing)
  for (const name of ['setup.mjs', 'node-flags.json']) cpSync(join(root, 'tools', name), join(folder, 'tools', name))
  writeFileSync(join(folder, 'src', 'main.ts'), programText)
  writePackage(folder, thing, version)
  return folder
}

function writePackage(folder: string, thing: string, version: string): void {
  writeFileSync(join(thing, 'package.json'), JSON.stringify({ name: 'thing', version }))
  const dependencies = { thing: 'file:thing' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'tiny', version: '1.0.0', type: 'module', dependencies }))
  const packages = {
    '': { name: 'tiny', version: '1.0.0', dependencies },
    'node_modules/thing': { resolved: 'thing', link: true },
    thing: { version },
  }
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: 'tiny', version: '1.0.0', lockfileVersion: 3, requires: true, packages }),
  )
}

const programText = `// Says what runs it and waits for a signal, or ends with the code asked for.
import { existsSync } from 'node:fs'
const asked: string | undefined = process.argv[2]
process.stdout.write(process.execPath + ' ' + existsSync('node_modules/thing') + '\\n')
if (asked === 'wait') { process.on('SIGTERM', () => process.exit(7)); setInterval(() => undefined, 1000) } else process.exit(Number(asked))
`

const setup = (folder: string, ...parameters: readonly string[]) =>
  run([process.execPath, 'tools/setup.mjs', 'src/main.ts', ...parameters], { folder, environment: { npm_config_offline: 'true' } })

test('what is missing or of another version is installed once, and the exit code comes back', async () => {
  const folder = makeProject('1.0.0')
  const first = await setup(folder, '3').ended
  assert.equal(first.code, 3, first.stderr)
  assert.match(first.stderr, /installs what is missing/)
  assert.match(first.stdout, / true\n$/)
  const second = await setup(folder, '0').ended
  assert.equal(second.code, 0)
  assert.equal(second.stderr, '')
  writePackage(folder, join(folder, 'thing'), '1.0.1')
  assert.match((await setup(folder, '0').ended).stderr, /installs what is missing/)
  rmSync(join(folder, 'node_modules'), { recursive: true })
  assert.match((await setup(folder, '0').ended).stderr, /installs what is missing/)
})

test('an installation that fails is one sentence', async () => {
  const folder = makeProject('1.0.0')
  rmSync(join(folder, 'thing'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'tiny', version: '1.0.0', dependencies: { other: '1.0.0' } }))
  const ending = await setup(folder, '0').ended
  assert.equal(ending.code, 1)
  assert.match(ending.stderr, /^The installation failed\..*$/m)
  assert.equal(ending.stdout, '')
})

test('the program runs in the pinned Node and hears the signal', {
  skip: process.platform === 'linux' ? false : 'Linux only',
}, async () => {
  const folder = makeProject('1.0.0')
  assert.equal((await setup(folder, '0').ended).code, 0)
  const pinned = join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
  mkdirSync(join(pinned, '..'), { recursive: true })
  writeFileSync(pinned, `#!/bin/sh\nPINNED=yes exec ${process.execPath} "$@"\n`)
  chmodSync(pinned, 0o755)
  const waiting = setup(folder, 'wait')
  let said = ''
  waiting.child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await until(() => said.includes('true'), 'the program runs')
  const environment = await import('node:fs/promises').then(({ readFile }) =>
    readFile(`/proc/${waiting.child.pid}/task/${waiting.child.pid}/children`, 'utf8'),
  )
  assert.match(readFileSync(`/proc/${environment.trim()}/environ`, 'utf8'), /PINNED=yes/)
  waiting.child.kill('SIGTERM')
  assert.equal((await waiting.ended).code, 7)
})

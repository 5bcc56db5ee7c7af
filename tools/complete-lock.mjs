// Completes package-lock.json with the optional packages of platforms that the registry in use does not carry:
// `npm ci` refuses a lock file that lacks them, and a mirror may hold only the platforms it serves.
// Run after `npm install`: node tools/complete-lock.mjs. Entries made here have no integrity; npm fetches them on their own platform only.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'arm']

let added = 0
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`
    if (path in lock.packages) continue
    const words = name.split(/[/-]/)
    const system = systems.find((word) => words.includes(word))
    const processor = processors.find((word) => words.includes(word))
    if (system === undefined || processor === undefined) continue
    const libc = words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}
    lock.packages[path] = { version, cpu: [processor], ...(entry.dev ? { dev: true } : {}), optional: true, os: [system], ...libc }
    added += 1
  }
}
const [[root, project], ...rest] = Object.entries(lock.packages)
lock.packages = Object.fromEntries([[root, project], ...rest.sort(([left], [right]) => (left < right ? -1 : 1))])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added} packages added\n`)

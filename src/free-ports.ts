// Asks before anything is opened whether our ports are free, so that a second start leaves the first one alone.
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from './config.ts'

/** The demo's simulators listen on the ports after the house's own. */
const simulatorPorts = 4
/** Simulators of a killed house end by themselves, but not at the same moment. */
const simulatorPatienceMs = 3_000

/** Throws the system's EADDRINUSE for a port that somebody else uses. */
export async function refuseUsedPorts(config: Pick<Config, 'port' | 'host' | 'simulators' | 'role'>): Promise<void> {
  if (config.role === 'worker') return
  await tryPort(config.port, config.host)
  if (!config.simulators) return
  const numbers = Array.from({ length: simulatorPorts }, (_, index) => config.port + 1 + index)
  await Promise.all(numbers.map((port) => tryPort(port, '127.0.0.1', Date.now() + simulatorPatienceMs)))
}

async function tryPort(port: number, host: string, patience = 0): Promise<void> {
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
  if (failure === undefined) return
  if (failure.code !== 'EADDRINUSE' || Date.now() > patience) throw failure
  await wait(50)
  await tryPort(port, host, patience)
}

// The payment provider simulator as a process: arguments in, a server out.
import { parseArgs } from 'node:util'
import { endWithParent } from '../with-parent.ts'
import { calm, parseProfile } from './chaos.ts'
import { startSimulator } from './server.ts'

endWithParent()

const { values } = parseArgs({
  options: {
    'with-parent': { type: 'boolean', default: false },
    port: { type: 'string', default: '8081' },
    folder: { type: 'string', default: 'var/payment-provider' },
    seed: { type: 'string', default: '1' },
    chaos: { type: 'string' },
    callback: { type: 'string' },
    'pay-later': { type: 'string', default: '90' },
  },
})

const profile = values.chaos === undefined ? calm : parseProfile(values.chaos)
if (profile === undefined) {
  process.stderr.write('payment provider: --chaos is no profile; see demo/payment-provider/README.md\n')
  process.exit(2)
}

const server = await startSimulator({
  port: Number(values.port),
  folder: values.folder,
  seed: Number(values.seed),
  profile,
  payLaterMs: Number(values['pay-later']) * 1_000,
  ...(values.callback === undefined ? {} : { callback: values.callback }),
}).catch((error: unknown) => {
  process.stderr.write(`payment provider: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
process.stdout.write(`Simulator Zahlungsdienst: http://localhost:${values.port}/\n`)
process.once('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeAllConnections()
})

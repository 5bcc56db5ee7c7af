// The mail catcher as a process of its own: node demo/mail-catcher/main.ts --http 8083 --smtp 8084
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { endWithParent } from '../with-parent.ts'
import { createCatcher } from './catcher.ts'
import { createCatcherServer } from './server.ts'

endWithParent()

const { values } = parseArgs({
  options: {
    'with-parent': { type: 'boolean', default: false },
    http: { type: 'string', default: '8083' },
    smtp: { type: 'string', default: '8084' },
  },
})
const catcher = createCatcher()
const pages = createCatcherServer(catcher)
pages.listen(Number(values.http), '127.0.0.1')
catcher.server.listen(Number(values.smtp), '127.0.0.1')
await Promise.all([once(pages, 'listening'), once(catcher.server.server, 'listening')])
process.stdout.write(`mail catcher: http://127.0.0.1:${values.http}, smtp 127.0.0.1:${values.smtp}\n`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    pages.close()
    pages.closeAllConnections()
    catcher.server.close(() => process.exit(0))
    setTimeout(() => process.exit(0), 500).unref()
  })
}

// Identity card simulator, its own process: node demo/identity-card/main.ts --port 8082 --return http://localhost:8080 --secret erika@demo.example=SECRET …
import { parseArgs } from 'node:util'
import { endWithParent } from '../with-parent.ts'
import { identityCardServer } from './server.ts'

endWithParent()

const { values } = parseArgs({
  options: {
    'with-parent': { type: 'boolean', default: false },
    port: { type: 'string', default: '8082' },
    return: { type: 'string', multiple: true, default: ['http://localhost:8080'] },
    secret: { type: 'string', multiple: true, default: [] },
  },
})

const secrets = values.secret.map((pair) => {
  const at = pair.lastIndexOf('=')
  return { account: pair.slice(0, at), secret: pair.slice(at + 1) }
})

const server = identityCardServer({ returnOrigins: values.return, secrets })
server.listen(Number(values.port))
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => server.close(() => process.exit(0)) && server.closeAllConnections())

// The yardstick for pages: bare node:http that sends the same bytes with the same headers, and does nothing else.
import { createServer } from 'node:http'

interface BarePage {
  readonly port: number
  readonly headers: Readonly<Record<string, string>>
  /** Base64. */
  readonly body: string
}

process.once('message', ({ port, headers, body }: BarePage) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(bytes)
  })
  server.keepAliveTimeout = 15_000
  server.listen(port, '127.0.0.1', () => process.send?.('ready'))
})
process.once('SIGTERM', () => process.exit(0))

// A keep-alive HTTP connection with as little work as possible, so that the driver does not measure itself.
import { connect } from 'node:net'

export interface Answer {
  readonly status: number
  /** Head without its last empty line. */
  readonly head: string
  readonly body: Buffer
}

export interface Connection {
  /** One request at a time. */
  send(request: Buffer): Promise<Answer>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = readAnswer(received)
    if (answer === undefined) return
    received = received.subarray(answer.size)
    const { resolve } = waiting ?? { resolve: () => undefined }
    waiting = undefined
    resolve(answer)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

function readAnswer(received: Buffer): (Answer & { size: number }) | undefined {
  const end = received.indexOf(headEnd)
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined && status !== 304 && status !== 204) throw new Error(`an answer without content-length: ${head}`)
  const size = end + headEnd.length + Number(length ?? 0)
  if (received.length < size) return undefined
  return { status, head, body: received.subarray(end + headEnd.length, size), size }
}

export interface Asking {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cookie?: string
  readonly accept?: string
  /** As it goes over the wire: an asking crosses to another process as JSON, which would empty a URLSearchParams. */
  readonly form?: string
}

/** The bytes of a request as a browser of ours would send it. */
export function requestBytes(port: number, { method, path, cookie, accept, form }: Asking): Buffer {
  const body = form ?? ''
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    ...(accept === undefined ? [] : [`Accept-Encoding: ${accept}`]),
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(method === 'GET'
      ? []
      : [
          `Origin: http://localhost:${port}`,
          'Sec-Fetch-Site: same-origin',
          'Content-Type: application/x-www-form-urlencoded',
          `Content-Length: ${Buffer.byteLength(body)}`,
        ]),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
}

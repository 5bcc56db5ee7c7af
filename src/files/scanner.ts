// Scanner: the port to a malware scanner, and clamd's INSTREAM behind it.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { ScanResult } from './types.ts'

/** One file on its way through the scanner. */
export interface Scan {
  add(bytes: Uint8Array): Promise<void>
  finish(): Promise<ScanResult>
  abort(): void
}

export interface Scanner {
  begin(): Promise<Scan>
}

/** Where there is no scanner: every file is recorded as not scanned. */
export const noScanner: Scanner = {
  begin: () => Promise.resolve({ add: () => Promise.resolve(), finish: () => Promise.resolve('not-scanned'), abort: () => undefined }),
}

/** Where clamd listens: a unix socket's path, or host and port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

/**
 * Scans by clamd (clamd(8), command INSTREAM: pieces with a 32-bit length in front, ended by a length of zero).
 * A scanner that cannot be reached, breaks off or refuses the size gives `not-scanned`, never an error for the person.
 */
export function clamdScanner(address: ClamdAddress, timeoutMs: number = 60_000): Scanner {
  return {
    async begin() {
      const socket = connect(address)
      let answer = ''
      let isBroken = false
      socket.setTimeout(timeoutMs, () => socket.destroy())
      socket.on('data', (bytes: Buffer) => (answer += bytes.toString('latin1')))
      socket.on('error', () => (isBroken = true))
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
      socket.write('zINSTREAM\0')
      return {
        async add(bytes) {
          if (!isBroken && !socket.destroyed && answer === '') await sendPiece(socket, bytes, closed)
        },
        async finish() {
          if (!socket.destroyed) socket.end(Buffer.alloc(4))
          await closed
          return resultOf(answer)
        },
        abort: () => void socket.destroy(),
      }
    },
  }
}

async function sendPiece(socket: Socket, bytes: Uint8Array, closed: Promise<void>): Promise<void> {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  socket.write(length)
  if (!socket.write(bytes)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed])
}

function resultOf(answer: string): ScanResult {
  const text = answer.replaceAll('\0', '').trim()
  if (text.endsWith(' FOUND')) return 'infected'
  return text.endsWith('OK') ? 'clean' : 'not-scanned'
}

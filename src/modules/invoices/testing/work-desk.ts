// The clerks' pages on a server of their own, with one member of staff at a desk.
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Database } from '#database'
import type { FileStore } from '#files'
import type { Staff } from '#kernel/actors.ts'
import type { Route } from '#web'
import { createInvoiceJudge } from '../judging/judge-invoices.ts'
import { workRoutes } from '../routes-work.ts'

interface Fixture {
  readonly database: Database
  readonly files: FileStore
  open(routes: readonly Route[]): Promise<FastifyInstance>
  signIn(staff: Staff): string
}

export async function openWorkDesk(fixture: Fixture) {
  const judging = createInvoiceJudge()
  const { database, files } = fixture
  const dependencies = { database, files, judging }
  const server = await fixture.open(workRoutes(dependencies))
  after(async () => {
    await server.close()
    judging.close()
  })
  const desk = (staff: Staff) => {
    const headers = { cookie: `rennsteig-workplace=${fixture.signIn(staff)}`, 'sec-fetch-site': 'same-origin' }
    const get = (url: string) => server.inject({ url, headers })
    return {
      get,
      /** Posts from a page that was read before, with its proof and its version unless another is given. */
      post: async (from: string, url: string, fields: Readonly<Record<string, string>> = {}) => {
        const body = (await get(from)).body
        const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
        const payload = new URLSearchParams({ csrf: hidden('csrf'), stand: hidden('stand'), ...fields }).toString()
        return server.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload })
      },
    }
  }
  return { server, desk, dependencies }
}

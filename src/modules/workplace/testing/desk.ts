// A desk for tests: what one member of staff gets and posts, with the form's own proof.
import type { FastifyInstance } from 'fastify'
import type { Staff } from '#kernel/actors.ts'
import type { openCaseFixture } from '#test/harness/case-fixture.ts'

type Fixture = Awaited<ReturnType<typeof openCaseFixture>>
type Fields = Record<string, string> | [string, string][]

export function deskOf(fixture: Pick<Fixture, 'signIn'>, server: FastifyInstance) {
  return (staff: Staff, from = '/arbeit/suche') => {
    const headers = { cookie: `rennsteig-workplace=${fixture.signIn(staff)}`, 'sec-fetch-site': 'same-origin' }
    const get = (url: string) => server.inject({ url, headers })
    return {
      get,
      post: async (url: string, fields: Fields) => {
        const csrf = /name="csrf" value="([^"]*)"/.exec((await get(from)).body)?.[1] ?? ''
        const payload = new URLSearchParams([['csrf', csrf], ...(Array.isArray(fields) ? fields : Object.entries(fields))]).toString()
        return server.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload })
      },
    }
  }
}

export const revisionOf = (body: string): string => /name="revision" value="(\d+)"/.exec(body)?.[1] ?? ''

export const undoOf = (body: string): string => /name="undo" value="([^"]+)"/.exec(body)?.[1] ?? ''

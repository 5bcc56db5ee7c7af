// The work list of a clerk with 100,000 cases in her authority: first, filtered, searched and deep pages over HTTP.
import type { Installation } from '../installation.ts'
import { openConnection, requestBytes } from '../load/connection.ts'
import { runLoad } from '../processes.ts'
import type { Result } from '../report.ts'

const cases = 100_000
const list = '/arbeit'
const goal = { atMost: 60 }

export async function measureCaseList(installation: Installation, seconds: number): Promise<readonly Result[]> {
  const { port, admin } = installation
  const [clerk] = await admin.sql<{ authority_id: string; staff_id: string }>`
    select authority_id, staff_id from directory.staff where login = 'k.brandt'`
  if (clerk === undefined) throw new Error('the demo clerk is missing')
  await makeCases(installation, clerk.authority_id, clerk.staff_id)
  const cookie = await signIn(port)
  const results: Result[] = []
  for (const { name, path } of await pagesOf(installation, clerk.authority_id)) {
    const asking = { method: 'GET', path, cookie, accept: 'br, gzip' } as const
    await runLoad({ kind: 'closed', port, seconds: 0.5, streams: [[asking]] })
    const { milliseconds, statuses, answered } = await runLoad({ kind: 'closed', port, seconds, streams: [[asking], [asking]] })
    if (statuses['200'] !== answered) throw new Error(`${path} was answered with ${JSON.stringify(statuses)}`)
    results.push({
      name: `case list, ${name}: p95`,
      value: milliseconds.p95,
      unit: 'ms',
      goal,
      note: `p50 ${milliseconds.p50.toFixed(1)} ms, ${answered} asked`,
    })
  }
  return results
}

/** Two thirds are closed, as in an office that has worked for years; a tenth of the open ones is the clerk's. */
async function makeCases({ admin }: Installation, authority: string, staff: string): Promise<void> {
  await admin.sql`
    with service as materialized (
      select service_key, content -> 'title' as title, row_number() over (order by service_key) - 1 as place
      from catalogue.public_service where is_online)
    insert into cases.case (authority_id, case_id, dossier_id, reference_number, submission_id, submission_number, submission_version, owner_id,
      service_key, title, applicant, unit, state, state_since, received_at, due_on, four_eyes, assigned_to, assigned_name, words)
    select ${authority}::uuid, gen_random_uuid(), gen_random_uuid(), reference, gen_random_uuid(), reference, 1, gen_random_uuid(),
      service_key, title, applicant, 'Bürgerservice', state, received_at, received_at, received_at::date + 30, false,
      case when number % 10 = 0 then ${staff}::uuid end, case when number % 10 = 0 then 'Katrin Brandt' end,
      to_tsvector('simple', applicant || ' ' || reference || ' ' || (title ->> 'de'))
    from (
      select number, 'ILM-2026-' || lpad(number::text, 7, '0') as reference, service.service_key, service.title,
        (array['Erika', 'Amina', 'Jörg', 'Łukasz', 'Ayşe', 'Hanna', 'Emil', 'Mia'])[1 + number % 8] || ' ' ||
          (array['Mustermann', 'Yılmaz', 'Schröder', 'Nowak', 'Weiß', 'Hofmann', 'Krüger'])[1 + number % 7] || ' ' || number % 5000 as applicant,
        case when number % 3 > 0 then (array['delivered', 'closed'])[1 + number % 2]
          else (array['received', 'in-progress', 'waiting-for-person', 'awaiting-signature'])[1 + number / 3 % 4] end as state,
        timestamptz '2026-11-23' - number * interval '5 minutes' as received_at
      from generate_series(1, ${cases}) as number
      join service on service.place = number % 3
    ) as made`
  // The server would do it by itself within a minute.
  await admin.sql`analyze cases.case`
}

async function signIn(port: number): Promise<string> {
  const connection = await openConnection(port)
  const form = new URLSearchParams({ login: 'k.brandt', password: 'rennsteig-demo' }).toString()
  const { head } = await connection.send(requestBytes(port, { method: 'POST', path: '/arbeit/anmelden', form }))
  connection.close()
  const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(head)?.[1]
  if (cookie === undefined) throw new Error(`the clerk could not sign in: ${head}`)
  return cookie
}

/** What clerks open: their own, the free ones, all by receipt, by words, and a page far behind. */
async function pagesOf({ admin }: Installation, authority: string): Promise<readonly { name: string; path: string }[]> {
  const [deep] = await admin.sql<{ due_on: string; case_id: string; received: Date }>`
    select due_on::text as due_on, case_id, date_trunc('milliseconds', received_at) as received from cases.case where authority_id = ${authority}::uuid
    order by due_on, case_id offset ${cases / 2} limit 1`
  const address = (query: Record<string, string>) => `${list}?${new URLSearchParams(query)}`
  return [
    { name: 'first page', path: list },
    { name: 'free ones', path: address({ ansicht: 'frei' }) },
    { name: 'due', path: address({ ansicht: 'faellig' }) },
    { name: 'all', path: address({ ansicht: 'alle' }) },
    { name: 'all by receipt', path: address({ ansicht: 'alle', sortierung: 'eingang' }) },
    { name: 'searched by name', path: address({ ansicht: 'alle', wort: 'Nowak 4711' }) },
    { name: 'searched by a frequent name', path: address({ ansicht: 'alle', wort: 'Mustermann' }) },
    { name: 'searched by number', path: address({ ansicht: 'alle', wort: 'ILM-2026-0054321' }) },
    { name: 'page 1,000', path: address({ ansicht: 'alle', nach: `${deep?.due_on}_${deep?.case_id}` }) },
    {
      name: 'page 1,000 by receipt',
      path: address({ ansicht: 'alle', sortierung: 'eingang', nach: `${deep?.received.toISOString()}_${deep?.case_id}` }),
    },
  ]
}

// Search over 6,000 services and 850 authorities: 200 people a second, each with words and place of their own.
import { type Installation } from '../installation.ts'
import { runLoad } from '../processes.ts'
import type { Result } from '../report.ts'

const perSecond = 200
const warmSeconds = 4

export async function measureSearch({ port, admin, services, authorities }: Installation, seconds: number): Promise<readonly Result[]> {
  const titles = await admin.sql<{
    title: string
  }>`select content -> 'title' ->> 'de' as title from catalogue.public_service order by md5(service_key)`
  const places = await admin.sql<{ name: string; ars: string }>`
    select name, ars from directory.region where kind = 'municipality' and valid_until is null order by md5(ars)`
  const requests = Array.from({ length: perSecond * (warmSeconds + seconds) }, (_, number) => {
    const title = titles[number % titles.length]?.title ?? ''
    const place = places[(number * 7) % places.length]
    // One in three chose the place before; the others typed it.
    const where = number % 3 === 0 ? { ort: place?.ars ?? '' } : { wo: place?.name ?? '' }
    return { method: 'GET', path: `/suche?${new URLSearchParams({ was: wish(title, number), ...where })}`, accept: 'br, gzip' } as const
  })
  const { milliseconds, statuses, answered } = await runLoad({ kind: 'open', port, seconds, warmSeconds, perSecond, requests })
  const good = statuses['200'] ?? 0
  const note = `${services} services × ${authorities} authorities, ${answered} different questions, ${answered - good} refused`
  return [
    { name: 'search p99 at 200/s', value: milliseconds.p99, unit: 'ms', goal: { atMost: 10 }, note },
    { name: 'search p50 at 200/s', value: milliseconds.p50, unit: 'ms', note: `longest ${milliseconds.most.toFixed(1)} ms` },
    { name: 'search refused', value: answered - good, unit: 'answers', goal: { atMost: 0 } },
  ]
}

/** As people type: the title, a begun word, a word with a slip, the general form. */
function wish(title: string, number: number): string {
  switch (number % 5) {
    case 0:
      return title
    case 1:
      return title.slice(0, Math.max(4, Math.floor(title.length * 0.6)))
    case 2:
      return title.length > 8 ? title.slice(0, 4) + title.slice(5) : title
    case 3:
      return `${title.split(' ')[0] ?? ''} beantragen`
    default:
      return title.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
  }
}

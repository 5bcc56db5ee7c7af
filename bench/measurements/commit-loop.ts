// The rate of the write yardstick on the measured installation's database.
import type { Installation } from '../installation.ts'
import { askProcess } from '../processes.ts'

/** Rows a second; 2,000 bytes each, about what a draft's row has. */
export async function commitLoop({ url }: Installation, connections: number, seconds: number): Promise<number> {
  const { perSecond } = await askProcess<{ perSecond: number }>('yardsticks/commit-loop-process.ts', {
    url,
    connections,
    seconds,
    size: 2_000,
  })
  return perSecond
}

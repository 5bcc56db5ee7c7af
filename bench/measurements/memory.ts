// Memory of the server process over everything measured before.
import type { Installation } from '../installation.ts'
import type { Result } from '../report.ts'

export function measureMemory({ mostMemory }: Installation): readonly Result[] {
  return [{ name: 'server memory under load', value: mostMemory(), unit: 'MB', goal: { atMost: 250 }, note: 'resident, most seen' }]
}

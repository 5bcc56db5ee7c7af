// Competence: which authority does a public service at a place, by level and explicit exceptions, with the rule in words.

import type { Localised } from '#kernel/language.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { CompetenceException, Level, PublicService } from './public-service.ts'

/** Who administers one level of a place: the municipality's tasks may be done by its association. */
export interface Administration<Seat> {
  readonly level: Level
  /** The territory whose task it is ("Ilmenau", "Ilm-Kreis"). */
  readonly territory: string
  /** The bodies that do the work, if they take part in this portal; more than one only at the Land, which has many offices. */
  readonly authorities: readonly Seat[]
  /** Level of the body that does the work; differs where an association acts for a municipality, or a town is its own district. */
  readonly handledBy: Level
}

/** A body as far as competence looks at it. */
export interface WithSlug {
  readonly slug: string
}

export interface Competence<Seat> {
  readonly authority: Seat
  readonly unit: string
  readonly level: Level
  readonly rule: Localised
  readonly source: string
}

/**
 * The authority responsible for a service at the place of a chain.
 *
 * @param chain the place's levels from municipality to Land
 * @returns refused with 'none' where nobody of that level takes part
 * Source: §§ 2, 6, 47 and 51 ThürKO for the levels; exceptions name their own.
 */
export function competenceFor<Seat extends WithSlug>(
  described: Pick<PublicService, 'level' | 'unit' | 'office'>,
  chain: readonly Administration<Seat>[],
  exception: CompetenceException | undefined,
): Outcome<Competence<Seat>, 'none'> {
  const level = exception?.handledBy ?? described.level
  const administration = chain.find((one) => one.level === level)
  const authority = administration?.authorities.find((one) => level !== 'land' || one.slug === described.office)
  if (administration === undefined || authority === undefined) return refused('none')
  const { rule, source } = exception ?? ruleOf(administration)
  return done({ authority, unit: described.unit, level, rule, source })
}

function ruleOf(administration: Administration<unknown>): { rule: Localised; source: string } {
  const { level, handledBy, territory } = administration
  if (level === 'municipality' && handledBy === 'association') {
    return {
      rule: {
        de: `Das ist eine Aufgabe der Gemeinde ${territory}. Ihre Verwaltungsgemeinschaft oder die erfüllende Gemeinde erledigt sie für sie.`,
        en: `This is a task of the municipality of ${territory}. Its administrative association or administering municipality does it on its behalf.`,
        plain: `Die Gemeinde ${territory} hat kein eigenes Amt dafür. Ein gemeinsames Amt macht das.`,
      },
      source: '§§ 47 und 51 ThürKO',
    }
  }
  if (level === 'district' && handledBy === 'municipality') {
    return {
      rule: {
        de: `${territory} ist eine kreisfreie Stadt. Sie erledigt die Aufgaben eines Landkreises selbst.`,
        en: `${territory} is a town with district status. It handles the tasks of a district itself.`,
        plain: `${territory} gehört zu keinem Landkreis. Die Stadt macht alles selbst.`,
      },
      source: '§ 6 ThürKO',
    }
  }
  return { rule: usualRule(level, territory), source: sources[level] }
}

const sources: Record<Level, string> = {
  municipality: '§ 2 ThürKO mit dem Fachrecht der Leistung',
  association: '§ 47 ThürKO',
  district: 'Fachrecht der Leistung mit der ThürKO',
  land: 'Fachrecht der Leistung',
}

function usualRule(level: Level, territory: string): Localised {
  if (level === 'municipality') {
    return {
      de: `Diese Leistung erledigt die Gemeinde, in der Sie wohnen oder in der es geschieht: ${territory}.`,
      en: `This service is done by the municipality where you live or where it happens: ${territory}.`,
      plain: `Das macht Ihre Gemeinde: ${territory}.`,
    }
  }
  if (level === 'land') {
    return {
      de: 'Diese Leistung erledigt eine Stelle des Landes für alle Orte in Thüringen.',
      en: 'This service is done by one body of the Land for all places in Thuringia.',
      plain: 'Das macht ein Amt für ganz Thüringen.',
    }
  }
  return {
    de: `Diese Leistung erledigt der Landkreis für alle seine Gemeinden: ${territory}.`,
    en: `This service is done by the district for all its municipalities: ${territory}.`,
    plain: `Das macht Ihr Landkreis: ${territory}.`,
  }
}

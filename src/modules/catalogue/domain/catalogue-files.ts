// Catalogue files: checked against their schema and against each other before anything is loaded.
import { Compile } from 'typebox/compile'
import {
  type CompetenceException,
  competenceExceptionsSchema,
  type LifeSituation,
  lifeSituationsSchema,
  type PublicService,
  publicServiceSchema,
} from './public-service.ts'

export interface CatalogueFiles {
  readonly services: readonly PublicService[]
  readonly lifeSituations: readonly LifeSituation[]
  readonly exceptions: readonly CompetenceException[]
}

/** A catalogue file breaks a rule; the message names file and place. */
export class CatalogueError extends Error {
  readonly code = 'catalogue.wrong-file'
}

const serviceCheck = Compile(publicServiceSchema)
const lifeSituationsCheck = Compile(lifeSituationsSchema)
const exceptionsCheck = Compile(competenceExceptionsSchema)

interface Check<Value> {
  Check(value: unknown): value is Value
  Errors(value: unknown): { instancePath: string; message: string }[]
}

/**
 * @param files parsed JSON by file name; "life-situations.json" and "competence-exceptions.json" are the two that describe no service
 * @throws CatalogueError for the first file that breaks its schema, and for links to what does not exist
 */
export function checkCatalogue(files: ReadonlyMap<string, unknown>): CatalogueFiles {
  const lifeSituations = checked(lifeSituationsCheck, 'life-situations.json', files.get('life-situations.json') ?? [])
  const exceptions = checked(exceptionsCheck, 'competence-exceptions.json', files.get('competence-exceptions.json') ?? [])
  const services = [...files]
    .filter(([name]) => !['life-situations.json', 'competence-exceptions.json'].includes(name))
    .map(([name, content]) => {
      const found = checked(serviceCheck, name, content)
      if (`${found.key}.json` !== name) throw new CatalogueError(`${name}: the key "${found.key}" is not the file's name`)
      return found
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  checkLinks({ services, lifeSituations, exceptions })
  return { services, lifeSituations, exceptions }
}

function checked<Value>(check: Check<Value>, name: string, content: unknown): Value {
  if (check.Check(content)) return content
  const [first] = check.Errors(content)
  throw new CatalogueError(`${name}: ${first?.instancePath ?? ''} ${first?.message ?? 'is wrong'}`)
}

function checkLinks({ services, lifeSituations, exceptions }: CatalogueFiles): void {
  const keys = new Set(services.map((described) => described.key))
  const situations = new Set(lifeSituations.map((situation) => situation.key))
  for (const described of services) {
    for (const key of described.related)
      if (!keys.has(key)) throw new CatalogueError(`${described.key}.json: related service "${key}" does not exist`)
    for (const key of described.lifeSituations)
      if (!situations.has(key)) throw new CatalogueError(`${described.key}.json: life situation "${key}" does not exist`)
  }
  for (const situation of lifeSituations) {
    for (const key of situation.first) {
      if (!keys.has(key)) throw new CatalogueError(`life-situations.json: service "${key}" does not exist`)
    }
  }
  for (const exception of exceptions) {
    for (const key of exception.services)
      if (!keys.has(key)) throw new CatalogueError(`competence-exceptions.json: service "${key}" does not exist`)
  }
}

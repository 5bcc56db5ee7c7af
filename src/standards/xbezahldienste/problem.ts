// Problems: the standard's error answers (RFC 7807 with a functional code).
import { Compile } from 'typebox/compile'
import { transliterate } from './letters.ts'
import { type FunctionalCode, functionalCodes, systemResponse } from './schema.ts'

const checker = Compile(systemResponse)

/** The code of an error answer; UNSPECIFIED if it names none we know (a gateway's HTML page, an older code). */
export function decodeProblem(value: unknown): FunctionalCode {
  if (typeof value !== 'object' || value === null || !('functionalCode' in value)) return 'UNSPECIFIED'
  return functionalCodes.find((code) => code === value.functionalCode) ?? 'UNSPECIFIED'
}

/** An error answer that keeps to the patterns of title and detail. */
export function encodeProblem(status: number, functionalCode: FunctionalCode, title: string, detail?: string): Record<string, unknown> {
  const problem = {
    status,
    title: transliterate(title).slice(0, 250),
    functionalCode,
    ...(detail === undefined ? {} : { detail: transliterate(detail).slice(0, 2000) }),
  }
  if (!checker.Check(problem)) throw new RangeError(`problem with status ${status} breaks the standard's own patterns`)
  return problem
}

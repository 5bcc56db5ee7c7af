// The shape of a code list: the codes every state of the rules accepts and those only some accept.
import { type State, type Stated, type Syntax, standsIn } from '../states.ts'

export type CodeList = (state: State) => ReadonlySet<string>

/** A list whose codes depend on the syntax. */
export type CodeListPerSyntax = Readonly<Record<Syntax, CodeList>>

/** Codes that stand in some states only; the codes are separated by white space. */
interface SomeCodes extends Stated {
  readonly codes: string
}

/** Makes a list of codes, given as words separated by white space; `some` are those that not every state accepts. */
export function codeList(common: string, some: readonly SomeCodes[] = []): CodeList {
  return (state) => new Set([common, ...some.filter((part) => standsIn(part, state)).map((part) => part.codes)].flatMap(words))
}

/** Makes one list of several. */
export function union(...lists: readonly CodeList[]): CodeList {
  return (state) => new Set(lists.flatMap((list) => [...list(state)]))
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

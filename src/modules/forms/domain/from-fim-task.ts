// What the parts of one import from FIM share.
import type { CodeList } from './code-list.ts'
import type { ProseRule } from './definition.ts'
import type { Identified } from './from-fim-words.ts'
import type { ImportVerdict } from './import-report.ts'

/** What the parts of one import share. */
export interface Import {
  readonly codeLists: readonly CodeList[]
  readonly proseRules: ProseRule[]
  note(part: Identified, path: string, verdict: ImportVerdict, what: string, why: string): void
}

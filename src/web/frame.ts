// The frame of a page: what every view gets to know of the visit.
import type { StaffRole } from '#kernel/actors.ts'
import type { Language } from '#kernel/language.ts'

/** How an authority presents itself: name, file name of its arms among the assets, accent colour as "#rrggbb". */
export interface AuthorityTheme {
  readonly name: string
  readonly arms?: string
  readonly accent?: string
}

/** Who works here, for the head of the workplace. */
export interface FrameStaff {
  readonly name: string
  readonly unit: string
  readonly roles: readonly StaffRole[]
  /** Whose workplace it is. */
  readonly authority?: AuthorityTheme | undefined
}

export interface Frame {
  readonly language: Language
  /** Path without the language's prefix. */
  readonly path: string
  /** Path and query without the language's prefix, for links back to this page. */
  readonly address: string
  readonly csrf: string
  readonly personName?: string
  readonly staff?: FrameStaff
  readonly demo: boolean
  /** The path in the language of the page. */
  href(path: string): string
  /** The address of a file among the assets, with its hash. */
  asset(name: string): string
}

// What an import could not take over, or took over in another way: one line per element, nothing silent.

/** `lost`: the form lacks it. `changed`: asked in another way. `aside`: not meant for the person who fills in. */
export type ImportVerdict = 'lost' | 'changed' | 'aside'

export interface ImportNote {
  readonly verdict: ImportVerdict
  /** FIM id and version of the element ("F60000227V1.0"). */
  readonly element: string
  /** Line of the source file, 0 if unknown. */
  readonly line: number
  /** Path in the definition, empty for the whole form. */
  readonly path: string
  readonly what: string
  readonly why: string
}

export interface ImportReport {
  readonly notes: readonly ImportNote[]
  /** Places of groups and fields in the source, each counted as often as it stands there. */
  readonly placesInSource: number
  /** Of these, places that the definition holds. */
  readonly placesTaken: number
}

// What callers of the module must not ask for.

/** A programming error of the caller: filing into a closed or unknown dossier, an unknown unit of the file plan. */
export class DossierError extends Error {
  readonly code: `dossiers.${'unknown' | 'closed' | 'unknown-unit' | 'damaged'}`
  constructor(reason: 'unknown' | 'closed' | 'unknown-unit' | 'damaged', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = `dossiers.${reason}`
  }
}

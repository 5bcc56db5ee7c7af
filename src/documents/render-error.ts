// What the renderer throws.

/** The template does not compile, or its result would not be accessible (a picture without description). */
export class RenderError extends Error {
  readonly code = 'documents.not-rendered'
}

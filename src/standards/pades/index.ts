// PAdES baseline signatures and the PDF/UA claim, as incremental updates of a PDF.
export { claimAccessible } from './accessible.ts'
export { PdfError } from './revision.ts'

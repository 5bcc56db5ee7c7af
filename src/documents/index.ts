// Documents: rendering with Typst, letters and fee notices of authorities, signing.
export { type FeeNotice, type MadeFeeNotice, makeFeeNotice } from './fee-notice.ts'
export { type Letter, type Letterhead, letterTemplate, type Passage, type Sheet, sheetTemplate } from './letter.ts'
export { RenderError } from './render-error.ts'
export { createRenderer, type DocumentRenderer } from './renderer.ts'
export { createSigner, type DocumentSigner, type SignedBytes, verifyBytes } from './signer.ts'

// PAdES baseline signatures and the PDF/UA claim, as incremental updates of a PDF.
export { claimAccessible } from './accessible.ts'
export { type CertificateOrder, issueCertificate } from './certificate.ts'
export { type Signatory, signatoryFromPem, signDigest, type TimeStamper } from './cms.ts'
export { PdfError } from './revision.ts'
export { listSignatures, type PdfSignature, type SignatureReason, signPdf } from './signature.ts'

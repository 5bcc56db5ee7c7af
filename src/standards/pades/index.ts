// PAdES baseline signatures and the claims of PDF/UA and of a hybrid invoice, as incremental updates of a PDF.
export { claimAccessible } from './accessible.ts'
export { type CertificateOrder, issueCertificate } from './certificate.ts'
export { type Signatory, signatoryFromPem, signDigest, type TimeStamper } from './cms.ts'
export { claimHybridInvoice } from './hybrid-invoice.ts'
export { PdfError } from './revision.ts'
export { listSignatures, type PdfSignature, type SignatureReason, signPdf } from './signature.ts'

// The claim of Factur-X / ZUGFeRD in a PDF/A-3 file: which of its attachments is the invoice, and of which profile.
import { readDictionary, referenced } from './dictionary.ts'
import { metadataStream, metadataText, withSchema } from './metadata.ts'
import { appendRevision, openPdf, PdfError, readObject, rootNumber } from './revision.ts'

const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'

/** What the metadata say of the embedded invoice. */
export interface HybridClaim {
  readonly fileName: string
  /** Of the profile: '1.0' for those of Factur-X itself, for XRechnung the version of XRechnung. */
  readonly version: string
  readonly level: 'EN 16931' | 'XRECHNUNG'
}

const properties: readonly (readonly [name: string, description: string])[] = [
  ['DocumentFileName', 'The name of the embedded XML document'],
  ['DocumentType', 'The type of the hybrid document, e.g. INVOICE'],
  ['Version', 'The version of the standard the embedded XML document follows'],
  ['ConformanceLevel', 'The conformance level of the embedded XML document'],
]

/**
 * The same PDF, its metadata naming the embedded invoice. The caller must have embedded it under that name.
 *
 * @throws PdfError if the PDF has no XMP metadata with extension schemas, as PDF/A files of Typst have
 * Source: Factur-X 1.0 / ZUGFeRD 2, part on the PDF/A-3 container: XMP extension schema.
 */
export function claimHybridInvoice(pdf: Uint8Array, { fileName, version, level }: HybridClaim): Buffer {
  const file = openPdf(pdf)
  const metadata = referenced(readDictionary(readObject(file, rootNumber(file))).get('Metadata'))
  const before = metadata === undefined ? '' : metadataText(readObject(file, metadata))
  const values = { DocumentType: 'INVOICE', DocumentFileName: fileName, Version: version, ConformanceLevel: level }
  const said = Object.entries(values).map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`)
  const after = withSchema(before, { prefix: 'fx', namespace, description: description(), properties: said.join('') })
  if (metadata === undefined || after === before) throw new PdfError('the PDF has no metadata to name an invoice in, or names one already')
  return appendRevision(file, new Map([[metadata, metadataStream(after)]]))
}

function description(): string {
  const described = properties.map(([name, words]) =>
    [
      '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>external</pdfaProperty:category>',
      `<pdfaProperty:description>${words}</pdfaProperty:description>`,
      `<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType></rdf:li>`,
    ].join(''),
  )
  return [
    '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>',
    `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>`,
    `<pdfaSchema:property><rdf:Seq>${described.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`,
  ].join('')
}

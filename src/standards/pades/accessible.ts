// The claim of PDF/UA-1 (ISO 14289-1 § 5) beside that of PDF/A: the renderer writes one of them, we add the other.
import { readDictionary, referenced, writeDictionary } from './dictionary.ts'
import { metadataStream, metadataText, withSchema } from './metadata.ts'
import { appendRevision, openPdf, readObject, rootNumber } from './revision.ts'

const namespace = 'http://www.aiim.org/pdfua/ns/id/'

/** PDF/A demands that every schema beyond its own list is described in the file (ISO 19005-2 § 6.6.2.3.3). */
const description = [
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>`,
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')

/**
 * The same PDF, claiming PDF/UA-1 as well, its title shown in the window's bar (ISO 14289-1 § 7.1).
 * The caller must have made sure that the claim is true.
 *
 * @throws PdfError if the PDF has no XMP metadata with extension schemas, as PDF/A files of Typst have
 */
export function claimAccessible(pdf: Uint8Array): Buffer {
  const file = openPdf(pdf)
  const root = rootNumber(file)
  const catalogue = readDictionary(readObject(file, root))
  const metadata = referenced(catalogue.get('Metadata'))
  const preferences = readDictionary(catalogue.get('ViewerPreferences') ?? '<< >>')
  preferences.set('DisplayDocTitle', 'true')
  catalogue.set('ViewerPreferences', writeDictionary(preferences))
  const objects = new Map<number, string | Buffer>([[root, writeDictionary(catalogue)]])
  if (metadata !== undefined) objects.set(metadata, metadataStream(withClaim(metadataText(readObject(file, metadata)))))
  return appendRevision(file, objects)
}

function withClaim(xmp: string): string {
  return withSchema(xmp, { prefix: 'pdfuaid', namespace, description, properties: '<pdfuaid:part>1</pdfuaid:part>' })
}

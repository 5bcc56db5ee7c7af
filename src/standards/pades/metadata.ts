// XMP metadata of a PDF/A file of Typst as text: read, given one more schema, written back.

/** A schema beyond those PDF/A knows, and what the file says in it. */
interface ExtensionSchema {
  readonly prefix: string
  readonly namespace: string
  /** The `rdf:li` that describes it: PDF/A demands one (ISO 19005-2 § 6.6.2.3.3, ISO 19005-3 likewise). */
  readonly description: string
  readonly properties: string
}

/** The metadata with one more schema; unchanged where it has that one already, or no extension schemas at all. */
export function withSchema(xmp: string, { prefix, namespace, description, properties }: ExtensionSchema): string {
  const schemas = '</rdf:Bag></pdfaExtension:schemas>'
  if (xmp.includes(namespace) || !xmp.includes(schemas)) return xmp
  return xmp
    .replace('xmlns:pdfaid=', () => `xmlns:${prefix}="${namespace}" xmlns:pdfaid=`)
    .replace(schemas, () => `${description}${schemas}`)
    .replace('<pdfaid:part>', () => `${properties}<pdfaid:part>`)
}

/** @param object of a metadata stream, as `readObject` gives it */
export function metadataText(object: string): string {
  const start = /stream\r?\n/.exec(object)
  if (start === null) return ''
  return object.slice(start.index + start[0].length, object.lastIndexOf('endstream')).trimEnd()
}

/** PDF/A wants metadata unfiltered (ISO 19005-2 § 6.6.2.1); the text is latin1 here, so its bytes are as read. */
export function metadataStream(xmp: string): Buffer {
  const bytes = Buffer.from(xmp, 'latin1')
  return Buffer.concat([
    Buffer.from(`<< /Type /Metadata /Subtype /XML /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

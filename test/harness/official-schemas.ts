// The outside judge of an e-invoice's structure: libxml2 with the official schemas, which stay outside the repository.
import { join } from 'node:path'
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

export interface OfficialSchemas {
  /** Parses and validates with the schema of the document's root element. @returns undefined for a root without one */
  isValid(bytes: Uint8Array): boolean | undefined
  close(): void
}

const schemaFiles: Readonly<Record<string, string>> = {
  Invoice: 'en16931/xsd-ubl-2.1/maindoc/UBL-Invoice-2.1.xsd',
  CreditNote: 'en16931/xsd-ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd',
  CrossIndustryInvoice: 'en16931/xsd-cii-D16B/uncoupled/uncefact/data/standard/CrossIndustryInvoice_100pD16B.xsd',
}
let isRegistered = false

/** @param standardsFolder STANDARDS_DIR */
export function openOfficialSchemas(standardsFolder: string): OfficialSchemas {
  if (!isRegistered) isRegistered = xmlRegisterFsInputProviders()
  const validators = new Map<string, XsdValidator>()
  for (const [root, file] of Object.entries(schemaFiles)) {
    using schema = XmlDocument.fromBuffer(Buffer.from(including(join(standardsFolder, file))))
    validators.set(root, XsdValidator.fromDoc(schema))
  }
  return {
    isValid(bytes) {
      using document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE })
      const validator = validators.get(document.root.name)
      if (validator === undefined) return undefined
      try {
        validator.validate(document)
        return true
      } catch {
        return false
      }
    },
    close() {
      for (const validator of validators.values()) validator.dispose()
    },
  }
}

/** A schema that does nothing but include another, which is then found by its own path. */
function including(path: string): string {
  const namespaces: readonly (readonly [string, string])[] = [
    ['UBL-Invoice', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'],
    ['UBL-CreditNote', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'],
    ['CrossIndustryInvoice', 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'],
  ]
  const namespace = namespaces.find(([name]) => path.includes(`/${name}`))?.[1] ?? ''
  return `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}"><include schemaLocation="file://${path}"/></schema>`
}

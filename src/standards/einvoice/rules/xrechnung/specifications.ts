// Which specification of XRechnung 3.0 a document says it follows (BT-24).
import { path } from '../../engine/paths.ts'
import type { XmlDocument } from '../../xml/document.ts'
import { remembered, type Syntax, textNodes } from './building.ts'

export const cius = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'
export const extension = `${cius}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`
/** For clean vehicles (Clean Vehicles Directive). */
export const cleanVehicles = `${cius}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`

/** From the root element. */
export const specificationPaths: Readonly<Record<Syntax, string>> = {
  ubl: 'cbc:CustomizationID',
  cii: 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
}

const places = { ubl: path(specificationPaths.ubl), cii: path(specificationPaths.cii) }

/** @returns a test, answered once per document, whether one text node of BT-24 reads exactly so */
export function follows(syntax: Syntax, specification: string): (document: XmlDocument) => boolean {
  return remembered((document) => textNodes(document, 0, places[syntax]).includes(specification))
}

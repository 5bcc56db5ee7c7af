// A first look at an XML file: is its root an invoice, and which guideline does it name? The judgement itself reads the whole.

export interface Peek {
  readonly isInvoice: boolean
  readonly guideline: string | undefined
}

/** The guideline stands near the start; what is further away is not looked for. */
const lookBytes = 16_384
const root = /^\uFEFF?(?:\s|<\?[^>]*\?>)*<(?:[\w.-]+:)?(CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s/>]/
const guidelineInCii = /<(?:[\w.-]+:)?GuidelineSpecifiedDocumentContextParameter\s*>[^]*?<(?:[\w.-]+:)?ID(?:\s[^>]*)?>([^<]*)</
const guidelineInUbl = /<(?:[\w.-]+:)?CustomizationID(?:\s[^>]*)?>([^<]*)</

export function peekInvoice(bytes: Uint8Array): Peek {
  const start = decodeStart(bytes.subarray(0, lookBytes)).replace(/<!--[^]*?-->/g, '')
  const kind = root.exec(start)?.[1]
  if (kind === undefined) return { isInvoice: false, guideline: undefined }
  const guideline = kind.startsWith('Cross') ? guidelineInCii : guidelineInUbl
  return { isInvoice: true, guideline: guideline.exec(start)?.[1]?.trim() }
}

/** All agreed names and ids are ASCII, so that single bytes need no further care. */
function decodeStart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff || (bytes[1] === 0 && bytes[0] === 0x3c)) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe || (bytes[0] === 0 && bytes[1] === 0x3c)) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

// Facts that rules share, computed once for the document at hand.
import type { XmlDocument } from '../../xml/document.ts'

/** Remembers the facts of the document that was asked for last. */
export function oncePerDocument<Facts>(compute: (document: XmlDocument) => Facts): (document: XmlDocument) => Facts {
  let known: { readonly serial: number; readonly facts: Facts } | undefined
  return (document) => {
    if (known?.serial !== document.serial) known = { serial: document.serial, facts: compute(document) }
    return known.facts
  }
}

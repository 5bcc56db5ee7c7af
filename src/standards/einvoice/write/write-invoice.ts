// Writes an outgoing invoice as XRechnung in UBL or CII.
import { amountsOf, type OutgoingAmounts } from './amounts.ts'
import { checkAmounts, checkFields } from './check.ts'
import { ciiBytes } from './cii.ts'
import type { WriteFault } from './faults.ts'
import type { OutgoingInvoice } from './outgoing.ts'
import { ublBytes } from './ubl.ts'

export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly amounts: OutgoingAmounts }
  | { readonly ok: false; readonly faults: readonly WriteFault[] }

/**
 * The invoice as bytes (XRechnung 3.0, UTF-8) with the amounts it comes to. The same facts give the same bytes.
 *
 * @param syntax UBL 2.1 (a credit note where the type is 381) or CII D16B
 * @returns all faults with their fields where the official rules would not accept it; then nothing is written
 * Source: EN 16931-1; XRechnung 3.0.2.
 */
export function writeInvoice(invoice: OutgoingInvoice, syntax: 'ubl' | 'cii'): Written {
  const faults = checkFields(invoice)
  if (faults.length > 0) return { ok: false, faults }
  const amounts = amountsOf(invoice)
  const impossible = checkAmounts(invoice, amounts)
  if (impossible.length > 0) return { ok: false, faults: impossible }
  return { ok: true, bytes: syntax === 'ubl' ? ublBytes(invoice, amounts) : ciiBytes(invoice, amounts), amounts }
}

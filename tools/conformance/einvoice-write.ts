// Conformance: invoices of ours, made by chance, are valid by the official schemas in both syntaxes, and accepted by our own judge.
import { resolve } from 'node:path'
import fc from 'fast-check'
import { judge, writeInvoice } from '#standards/einvoice'
import { openOfficialSchemas } from '#test/harness/official-schemas.ts'
import { someOutgoingInvoice } from '../../src/standards/einvoice/testing/outgoing-invoices.ts'
import type { Finding } from './fim.ts'

const invoices = 1_000
const seed = 16_931

/** One finding a syntax; the invoices are the same in every run. */
export async function checkEinvoiceWriting(standardsFolder: string): Promise<readonly Finding[]> {
  const schemas = openOfficialSchemas(resolve(standardsFolder))
  try {
    const sample = fc.sample(someOutgoingInvoice, { numRuns: invoices, seed })
    return (['ubl', 'cii'] as const).map((syntax) => {
      const wrong = sample.flatMap((invoice, place) => {
        const written = writeInvoice(invoice, syntax)
        if (!written.ok) return [`#${place} refused: ${JSON.stringify(written.faults)}`]
        if (schemas.isValid(written.bytes) !== true) return [`#${place} is not valid`]
        return judge(written.bytes).verdict === 'accept' ? [] : [`#${place} is not accepted`]
      })
      return {
        name: `einvoice writing: ${sample.length - wrong.length} of ${sample.length} invoices of ours in ${syntax} are valid and accepted`,
        ok: wrong.length === 0,
        detail: wrong.slice(0, 5).join('; '),
      }
    })
  } finally {
    schemas.close()
  }
}

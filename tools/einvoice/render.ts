// `render`: writes the invoice as a readable page to standard output, whatever the check says of it.
import { renderInvoicePage } from '#modules/invoices'
import { judge } from '#standards/einvoice'
import { type Call, pathOf } from './call.ts'
import { readInput } from './input.ts'

/** @returns 0 where the invoice is accepted, 1 where it is not or there is none */
export async function render(call: Call): Promise<number> {
  const [file = ''] = call.files
  const { xml, error } = await readInput(pathOf(file))
  if (xml === undefined) {
    process.stderr.write(`${file}: ${error ?? 'unreadable'}\n`)
    return 1
  }
  const judgement = judge(xml, call)
  process.stdout.write(await renderInvoicePage(judgement, call.language))
  return judgement.verdict === 'accept' ? 0 : 1
}

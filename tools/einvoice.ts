// `npm run -s einvoice -- validate|render|extract …`: judges e-invoices, shows them readably, takes the XML out of a hybrid PDF.
import { CallError, readCall, usage } from './einvoice/call.ts'

/** 0 all accepted or done, 1 some not, 2 an unusable call. What a command does not need is not loaded: a cold start must stay short. */
async function main(): Promise<number> {
  try {
    const call = readCall(process.argv.slice(2))
    if (call.command === 'validate') return await (await import('./einvoice/validate.ts')).validate(call)
    if (call.command === 'render') return await (await import('./einvoice/render.ts')).render(call)
    return await (await import('./einvoice/extract.ts')).extract(call)
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    process.stderr.write(`${error.message}\n${usage}\n`)
    return 2
  }
}

// Who reads only the first lines closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 1)
})
process.exitCode = await main()

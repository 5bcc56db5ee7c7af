// Compiles Typst to a PDF that is PDF/A and PDF/UA-1 at once; runs in the render process.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { claimAccessible, claimHybridInvoice } from '#standards/pades'
import { printable } from './printable.ts'
import { RenderError } from './render-error.ts'

const templates = join(dirname(fileURLToPath(import.meta.url)), 'templates')
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/fira-sans/package.json'))
const faces = ['400Regular/FiraSans_400Regular', '400Regular_Italic/FiraSans_400Regular_Italic', '600SemiBold/FiraSans_600SemiBold']
/** The message quotes the text once more, as Rust writes strings. */
const notDisplayed = /the text `\\?"(.*?)\\?"` could not be displayed/g
const prelude = '#import "letter.typ": *\n#let given = json(bytes(sys.inputs.given))\n'
/** The profile XRECHNUNG of ZUGFeRD: an XRechnung in CII under this name; the page is another form of the same invoice. */
const invoiceName = 'xrechnung.xml'
const embedding = `#pdf.attach("${invoiceName}", bytes(sys.inputs.invoice), relationship: "alternative", mime-type: "text/xml", description: "XRechnung")\n`

/** What is to be made. */
export interface Order {
  readonly template: string
  readonly content: Readonly<Record<string, unknown>>
  readonly made: Date
  /** XRechnung in CII as text: then the file is PDF/A-3a and carries it. */
  readonly invoice?: string
}

let shared: NodeCompiler | undefined

/**
 * One document. The same order gives the same bytes.
 *
 * Typst claims one standard a file. Exporting as PDF/UA-1 is the gate for accessibility, the PDF/A
 * export is what leaves, with the second claim added: both are tagged from the same structure.
 *
 * @throws RenderError where the template is wrong or a picture has no description
 */
export function compileDocument(order: Order): Buffer {
  const unknownLetters = new Set<string>()
  for (let attempt = 0; ; attempt += 1) {
    const outcome = attemptDocument(order, printable(order.content, unknownLetters))
    if ('pdf' in outcome) return outcome.pdf
    const before = unknownLetters.size
    for (const letter of lettersWithoutFont(outcome.message)) unknownLetters.add(letter)
    if (unknownLetters.size === before || attempt > 8) throw new RenderError(outcome.message)
  }
}

function attemptDocument(order: Order, given: unknown): { pdf: Buffer } | { message: string } {
  const compiler = (shared ??= createCompiler())
  const { template, invoice } = order
  const compiled = compiler.compile(
    invoice === undefined
      ? { mainFileContent: prelude + template, inputs: { given: JSON.stringify(given) } }
      : { mainFileContent: prelude + embedding + template, inputs: { given: JSON.stringify(given), invoice } },
  )
  const document = compiled.result
  if (document === null) {
    const failure = compiled.takeDiagnostics()
    return { message: failure === null ? 'typst gave no document' : JSON.stringify(failure.shortDiagnostics) }
  }
  try {
    return { pdf: exportDocument(compiler, document, order) }
  } catch (cause) {
    return { message: cause instanceof Error ? cause.message : String(cause) }
  } finally {
    compiler.evictCache(10)
  }
}

function exportDocument(compiler: NodeCompiler, document: NodeTypstDocument, { made, invoice }: Order): Buffer {
  const creationTimestamp = Math.floor(made.getTime() / 1000)
  compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  const archived = compiler.pdf(document, { pdfStandard: invoice === undefined ? 'a-2a' : 'a-3a', creationTimestamp })
  const accessible = claimAccessible(archived)
  return invoice === undefined ? accessible : claimHybridInvoice(accessible, { fileName: invoiceName, version: '3.0', level: 'XRECHNUNG' })
}

/** Only fonts of the package and Typst's own Libertinus take part (`fallback: false`), so every machine draws alike. */
function createCompiler(): NodeCompiler {
  const fontBlobs = faces.map((face) => readFileSync(join(fonts, `${face}.ttf`)))
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
}

function lettersWithoutFont(message: string): string[] {
  return [...message.matchAll(notDisplayed)].flatMap((match) => {
    const text = (match[1] ?? '').replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    return Array.from(text).filter((letter) => letter !== '\\')
  })
}

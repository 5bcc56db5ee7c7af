// What comes out of the house, judged by other people's programs.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { attempt, leftOutWithout, run } from '#test/harness/foreign.ts'

/** The smallest picture there is, as a paper to hand in. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Fetches what a link of the page leads to, with the page's session. */
export async function downloadLink(page: Page, label: RegExp): Promise<string> {
  const link = page.locator('main a', { hasText: label }).and(page.locator('[href]')).last()
  const href = await link.getAttribute('href')
  assert.ok(href !== null, `no link ${String(label)} on ${page.url()}`)
  return download(page, href)
}

export async function download(page: Page, address: string): Promise<string> {
  const response = await page.request.get(new URL(address, page.url()).href)
  assert.equal(response.status(), 200, address)
  const folder = await mkdtemp(join(tmpdir(), 'rennsteig-papers-'))
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers()['content-disposition'] ?? '')?.[1] ?? 'paper'
  const file = join(folder, decodeURIComponent(name).replaceAll(/[/\\]/g, '_'))
  await writeFile(file, await response.body())
  return file
}

/** A notice is a PDF that bears its words, is tagged, and is sealed over its whole content. */
export async function readNotice(file: string, expected: { readonly number: string; readonly applicant: string }): Promise<void> {
  assert.equal((await readFile(file)).subarray(0, 5).toString(), '%PDF-')
  if (leftOutWithout('pdftotext', 'pdfsig', 'pdfinfo', 'qpdf') !== false) return
  const text = run('pdftotext', file, '-')
  assert.ok(text.includes(expected.number), text)
  assert.ok(text.includes(expected.applicant), text)
  assert.match(run('pdfinfo', file), /Tagged:\s+yes/)
  const signature = attempt('pdfsig', '-nocert', file).output
  assert.match(signature, /Signature is Valid/)
  assert.match(signature, /Total document signed/)
  assert.equal(attempt('qpdf', '--check', file).status, 0)
}

/** A receipt is a PDF that bears its number; returns the code by which it is checked, where the PDF can be read here. */
export async function readReceipt(file: string, expected: string): Promise<string | undefined> {
  assert.equal((await readFile(file)).subarray(0, 5).toString(), '%PDF-')
  if (leftOutWithout('pdftotext') !== false) return undefined
  const text = run('pdftotext', '-layout', file, '-')
  assert.ok(text.includes(expected), text)
  return /Prüfcode:?\s+([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1]
}

/** A PDF of one page with a word on it. */
export function onePage(word: string): Buffer {
  const stream = `BT /F1 24 Tf 72 720 Td (${word}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

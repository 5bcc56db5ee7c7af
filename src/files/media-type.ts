// Media type: what a file is, told by its first bytes.
import { fileTypeFromBuffer } from 'file-type'

/** How much of a file is looked at. */
export const sampleBytes = 65_536

const bareXml = /^(?:\uFEFF)?\s*<[A-Za-z_][\w:.-]*(?:\s[^<>]*)?>/
const control = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/

/** The media type of content that begins with `sample`; "application/octet-stream" where nothing is recognised. */
export async function mediaTypeOf(sample: Uint8Array, name: string): Promise<string> {
  const found = await recognise(sample)
  if (found !== undefined && found !== 'application/xml') return found
  const text = textOf(sample)
  if (text === undefined) return found ?? 'application/octet-stream'
  return textKind(text, name)
}

/** Whether a type is one of those allowed; "image/*" allows a family. */
export function isAllowed(mediaType: string, allowed: readonly string[]): boolean {
  return allowed.some((type) => (type.endsWith('/*') ? mediaType.startsWith(type.slice(0, -1)) : type === mediaType))
}

/** The name as it may be shown and offered again: no path, no control or direction characters, at most 150 characters. */
export function safeName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = base
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}<>:"|?*]/gu, '')
    .trim()
    .replace(/^\.+/, '')
  if (clean === '') return 'datei'
  if (clean.length <= 150) return clean
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : ''
  return [...clean.slice(0, 150 - extension.length)].slice(0, -1).join('') + extension
}

async function recognise(sample: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(sample))?.mime
  } catch {
    return undefined // A broken head is no type; the caller says so in its own words.
  }
}

/** The text that a sample begins with, or undefined if it holds what no text has; a cut last character is allowed. */
function textOf(sample: Uint8Array): string | undefined {
  for (const encoding of sample[0] === 0xff || sample[0] === 0xfe ? ['utf-16le', 'utf-16be'] : ['utf-8', 'windows-1252']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
      if (!control.test(text)) return text
    } catch {
      // The next encoding is tried.
    }
  }
  return undefined
}

function textKind(text: string, name: string): string {
  const start = text.slice(0, 4_096).toLowerCase()
  if (/<svg[\s>]/.test(start) && start.trimStart().startsWith('<')) return 'image/svg+xml'
  if (/<!doctype html|<html[\s>]|<script[\s>]/.test(start)) return 'text/html'
  if (start.trimStart().startsWith('<?xml') || (/\.xml$/i.test(name) && bareXml.test(text))) return 'application/xml'
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain'
}

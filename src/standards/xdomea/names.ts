// File names of a disposal: the archive's software finds message and primary files by them.
import { endingOf } from './codes.ts'

/** Name of message and container without ending: `<ProzessID>_Aussonderung.Aussonderung.0503`. */
export function messageName(processId: string): string {
  return `${processId}_Aussonderung.Aussonderung.0503`
}

/** Separators, what Windows forbids, controls and bidirectional marks. */
const unsafe = /\p{Cc}|\p{Cs}|[<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const longest = 120

/**
 * Name of a primary file: `<UUID>_Name.ext` with a UUID of its own, flat, at most 255 bytes.
 * The ending is that of the content; a name that is nothing but its ending is left out.
 *
 * @param id UUID of the file, not of the document
 * @param originalName as it was uploaded, any letters
 */
export function primaryFileName(id: string, originalName: string, mediaType: string): string {
  const clean = originalName
    .normalize('NFC')
    .replaceAll(unsafe, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const split = /^(.*?)(?:\.([A-Za-z0-9]{1,8}))?$/s.exec(clean)
  const ending = endingOf(mediaType) ?? split?.[2]?.toLowerCase()
  const stem = shortened((split?.[1] ?? '').replaceAll(/\s+/g, ' ').trim())
  return `${id}${stem === '' ? '' : `_${stem}`}${ending === undefined ? '' : `.${ending}`}`
}

function shortened(stem: string): string {
  let short = ''
  for (const letter of stem) {
    if (Buffer.byteLength(short + letter) > longest) break
    short += letter
  }
  return short.trim()
}

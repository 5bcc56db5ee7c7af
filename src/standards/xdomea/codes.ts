// Code lists of xdomea 3.1.0 as our words and the standard's codes (lists medium, vertraulichkeitsstufe 1.0, dateiformat 1.0).
import type { Confidentiality, Medium } from './model.ts'

export const mediumCodes: Record<Medium, string> = { electronic: '001', hybrid: '002', paper: '003' }

export const confidentialityCodes: Record<Confidentiality, string> = {
  secret: '001',
  restricted: '002',
  open: '003',
  'top-secret': '004',
  confidential: '005',
}

/** Dateiformat by the ending the format usually has; 044 is PDF/A and decided by the caller. */
const formatCodes: Readonly<Record<string, string>> = {
  bmp: '001',
  csv: '002',
  doc: '003',
  eml: '006',
  htm: '007',
  html: '008',
  jpeg: '010',
  jpg: '011',
  msg: '012',
  odp: '013',
  ods: '014',
  odt: '015',
  pdf: '018',
  png: '019',
  ppt: '020',
  ps: '021',
  rtf: '022',
  tif: '023',
  tiff: '024',
  xls: '028',
  xml: '030',
  xsd: '031',
  docx: '035',
  xlsx: '036',
  pptx: '037',
  txt: '045',
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/json': 'json',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/html': 'html',
  'message/rfc822': 'eml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/bmp': 'bmp',
  'application/rtf': 'rtf',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
}

/** Name ending of a media type, or undefined if the list has none. */
export function endingOf(mediaType: string): string | undefined {
  return endings[mediaType.split(';')[0]?.trim().toLowerCase() ?? '']
}

/**
 * Code and version of a file format.
 *
 * @param archival level of PDF/A ("2a") where the file is known to be one
 */
export function formatOf(
  mediaType: string,
  archival?: string,
): { readonly code: string; readonly otherName?: string; readonly version: string } {
  if (archival !== undefined) return { code: '044', version: archival }
  const code = formatCodes[endingOf(mediaType) ?? '']
  return code === undefined ? { code: '100', otherName: mediaType, version: 'unbekannt' } : { code, version: 'unbekannt' }
}

/** Our word for a code, or undefined if the list lacks it. */
export function wordOf<Word extends string>(list: Readonly<Record<Word, string>>, words: readonly Word[], code: string): Word | undefined {
  return words.find((word) => list[word] === code)
}

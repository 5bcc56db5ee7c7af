// Kinds of files that may be attached to an invoice (MIME types).
// Source: the codes accepted by the EN 16931 rules 1.3.15 and 1.3.16 (validation artefacts of CEN/TC 434), BR-CL-24.
import { codeList } from './code-list.ts'

export const attachmentTypes = codeList(`
  application/pdf
  application/vnd.oasis.opendocument.spreadsheet
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
  image/jpeg
  image/png
  text/csv
`)

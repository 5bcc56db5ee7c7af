// Writes a code list as XML, so that our own lists can be given to others.
import { type CodeList, genericodeNamespace } from './model.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

export function writeCodeList(list: Omit<CodeList, 'faults'>): string {
  const columns = list.columns.map(
    ({ id, isRequired }) =>
      `    <Column Id="${attribute(id)}" Use="${isRequired ? 'required' : 'optional'}"><ShortName>${text(id)}</ShortName><Data Type="string"/></Column>\n`,
  )
  const references = list.keyColumns.map((id) => `<ColumnRef Ref="${attribute(id)}"/>`).join('')
  const key =
    references === '' ? '' : `    <Key Id="${attribute(list.keyColumns.join('.'))}Key"><ShortName>Key</ShortName>${references}</Key>\n`
  const rows = list.rows.map((row) => {
    const values = Object.entries(row).map(
      ([id, value]) => `<Value ColumnRef="${attribute(id)}"><SimpleValue>${text(value)}</SimpleValue></Value>`,
    )
    return `    <Row>${values.join('')}</Row>\n`
  })
  const longName = list.longName === undefined ? '' : `<LongName>${text(list.longName)}</LongName>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<gc:CodeList xmlns:gc="${genericodeNamespace}">
  <Identification><ShortName>${text(list.shortName)}</ShortName>${longName}<Version>${text(list.version)}</Version><CanonicalUri>${text(list.canonicalUri)}</CanonicalUri><CanonicalVersionUri>${text(list.canonicalVersionUri)}</CanonicalVersionUri></Identification>
  <ColumnSet>
${columns.join('')}${key}  </ColumnSet>
  <SimpleCodeList>
${rows.join('')}  </SimpleCodeList>
</gc:CodeList>
`
}

function text(value: string): string {
  return value.replaceAll(/[&<>\r]/g, (character) => entities[character] ?? character)
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;')
}

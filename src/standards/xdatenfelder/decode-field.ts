// Fields: kind, data type, bounds, values and code lists.
import { dataTypesOfVersion2, dataTypesOfVersion3, elementKinds, fieldKindsOfVersion2, fieldKindsOfVersion3, prefillings } from './codes.ts'
import { describedShape, readDescribed, readIdentification } from './decode-described.ts'
import { decodeRule } from './decode-rule.ts'
import { error, warning } from './issues.ts'
import type { CodeListReference, Constraints, Field, ListedValue } from './model.ts'
import type { Children, Reading, Shape } from './reading.ts'
import { childrenOf, codeOf, countOf, expectedText, filledText, textOf } from './reading.ts'
import type { Element } from './xml.ts'

const shared: Shape = {
  schemaelementart: 'one',
  feldart: 'one',
  datentyp: 'one',
  praezisierung: 'maybe',
  inhalt: 'maybe',
  codelisteReferenz: 'maybe',
  regel: 'many',
}
const onlyVersion3: Shape = {
  vorbefuellung: 'maybe',
  werte: 'maybe',
  codeKey: 'maybe',
  nameKey: 'maybe',
  helpKey: 'maybe',
  maxSize: 'maybe',
  mediaType: 'many',
}

export function decodeField(reading: Reading, element: Element): Field {
  const isOld = reading.standard === '2'
  const shape = { ...describedShape(reading.standard, 'element'), ...shared, ...(isOld ? {} : onlyVersion3) }
  const children = childrenOf(reading, element, shape)
  const text = (name: string) => textOf(reading, children.first(name))
  const field: Field = {
    kind: 'field',
    ...readDescribed(reading, children),
    elementKind: codeOf(reading, children.first('schemaelementart'), elementKinds) ?? 'HAR',
    fieldKind: codeOf(reading, children.first('feldart'), isOld ? fieldKindsOfVersion2 : fieldKindsOfVersion3) ?? 'input',
    dataType: codeOf(reading, children.first('datentyp'), isOld ? dataTypesOfVersion2 : dataTypesOfVersion3) ?? 'text',
    constraints: isOld ? readJsonConstraints(reading, children) : readAttributeConstraints(reading, children),
    content: text('inhalt'),
    prefilling: codeOf(reading, children.first('vorbefuellung'), prefillings) ?? 'keine',
    values: readValues(reading, children.first('werte')),
    codeList: readCodeList(reading, children.first('codelisteReferenz')),
    codeKey: text('codeKey'),
    nameKey: text('nameKey'),
    helpKey: text('helpKey'),
    maxSize: readMaxSize(reading, children.first('maxSize')),
    mediaTypes: children
      .all('mediaType')
      .map((mediaType) => filledText(reading, mediaType))
      .filter(Boolean),
    rules: children.all('regel').map((rule) => decodeRule(reading, rule)),
  }
  checkField(reading, element, field)
  reading.lines.set(field, element.line)
  return field
}

const none: Constraints = { minLength: undefined, maxLength: undefined, minValue: '', maxValue: '', pattern: '', note: '' }

function readAttributeConstraints(reading: Reading, children: Children): Constraints {
  const element = children.first('praezisierung')
  if (element === undefined) return none
  childrenOf(reading, element, {})
  return constraintsOf(reading, element, element.attributes)
}

/** Version 2 writes a JSON object of texts into the element: {"minLength":"1"}. */
function readJsonConstraints(reading: Reading, children: Children): Constraints {
  const element = children.first('praezisierung')
  const text = textOf(reading, element)
  if (element === undefined || text === '') return none
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    parsed = undefined
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    warning(reading.findings, element, 'invalid-value', '<praezisierung> is no JSON object: kept as a note')
    return { ...none, note: text }
  }
  const entries = Object.entries(parsed).map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return constraintsOf(reading, element, Object.fromEntries(entries))
}

function constraintsOf(reading: Reading, element: Element, named: Readonly<Record<string, string>>): Constraints {
  const { minLength = '', maxLength = '', minValue = '', maxValue = '', pattern = '', note = '', ...unknown } = named
  for (const name of Object.keys(unknown)) {
    warning(reading.findings, element, 'unexpected-attribute', `${name} is not known in <praezisierung>`)
  }
  return {
    minLength: countOf(reading, element, minLength.trim(), 'minLength'),
    maxLength: countOf(reading, element, maxLength.trim(), 'maxLength'),
    minValue: minValue.trim(),
    maxValue: maxValue.trim(),
    pattern,
    // What we do not know is kept for the designer's eyes.
    note: Object.keys(unknown).length === 0 ? note.trim() : `${note} ${JSON.stringify(unknown)}`.trim(),
  }
}

function readValues(reading: Reading, element: Element | undefined): ListedValue[] {
  if (element === undefined) return []
  const seen = new Set<string>()
  const values: ListedValue[] = []
  for (const child of childrenOf(reading, element, { wert: 'many' }).all('wert')) {
    const parts = childrenOf(reading, child, { code: 'one', name: 'one', hilfe: 'maybe' })
    const code = filledText(reading, parts.first('code'))
    if (code !== '' && seen.has(code)) error(reading.findings, child, 'invalid-value', `the code "${code}" stands twice in <werte>`)
    seen.add(code)
    values.push({ code, name: expectedText(reading, parts.first('name')), help: textOf(reading, parts.first('hilfe')) })
  }
  return values
}

function readCodeList(reading: Reading, element: Element | undefined): CodeListReference | undefined {
  if (element === undefined) return undefined
  if (reading.standard === '3.0.0') {
    const parts = childrenOf(reading, element, { canonicalIdentification: 'one', version: 'maybe', canonicalVersionUri: 'maybe' })
    return codeListOf(reading, parts, '')
  }
  const parts = childrenOf(reading, element, { identifikation: 'maybe', genericodeIdentification: 'one' })
  const identification = parts.first('identifikation')
  const id = identification === undefined ? '' : readIdentification(reading, identification, undefined).id
  const genericode = parts.first('genericodeIdentification')
  if (genericode === undefined) return undefined
  return codeListOf(
    reading,
    childrenOf(reading, genericode, { canonicalIdentification: 'one', version: 'maybe', canonicalVersionUri: 'maybe' }),
    id,
  )
}

function codeListOf(reading: Reading, parts: Children, id: string): CodeListReference {
  const canonicalUri = filledText(reading, parts.first('canonicalIdentification'))
  const version = textOf(reading, parts.first('version'))
  const canonicalVersionUri = textOf(reading, parts.first('canonicalVersionUri'))
  if (canonicalUri !== '' && !canonicalUri.startsWith('urn:')) {
    warning(reading.findings, parts.element, 'doubtful', `"${canonicalUri}" is no URN`)
  }
  return { id, canonicalUri, version, canonicalVersionUri }
}

function readMaxSize(reading: Reading, element: Element | undefined): number | undefined {
  const text = textOf(reading, element)
  return element === undefined ? undefined : countOf(reading, element, text, 'maxSize')
}

/** Rules of FIM quality assurance that matter to a form; breaking them does not make the file invalid. */
function checkField(reading: Reading, element: Element, field: Field): void {
  const doubt = (message: string) => warning(reading.findings, element, 'doubtful', message)
  const { minLength, maxLength, minValue, maxValue } = field.constraints
  const hasList = field.values.length > 0 || field.codeList !== undefined
  const isText = field.dataType === 'text' || field.dataType === 'text_latin'
  if (field.fieldKind === 'select' && !hasList) doubt('a choice without values or code list')
  if (field.fieldKind !== 'select' && hasList) doubt('a list of values at a field that is no choice')
  if (field.values.length > 0 && field.codeList !== undefined) doubt('values and a code list at once')
  if (!isText && (minLength !== undefined || maxLength !== undefined)) doubt(`a length at a field of type ${field.dataType}`)
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength)
    doubt(`minLength ${minLength} is greater than maxLength ${maxLength}`)
  if (isText && (minValue !== '' || maxValue !== '')) doubt(`a range at a field of type ${field.dataType}`)
  if (field.dataType !== 'file' && (field.maxSize !== undefined || field.mediaTypes.length > 0))
    doubt('a file size or type at a field that is no file')
}

// One field of a FIM schema as members of a form: type, bounds, choices, help and repetition.
import { parseDay } from '#kernel/dates.ts'
import type { Field as FimField, Structure } from '#standards/xdatenfelder'
import { findCodeList } from './code-list.ts'
import type { Field, FieldType, Member } from './definition.ts'
import type { Import } from './from-fim-task.ts'
import { legalBasis, localised, nameOf, sourceOf } from './from-fim-words.ts'

/** Up to so many repetitions a field is asked as numbered lines, above as a repeatable group. */
const numberedLines = 6
const longText = 255

/** Usually one field; several lines or a repeatable group around it where it may stand more than once. */
export function membersFromField(task: Import, structure: Structure, field: FimField, key: string, parent: string): Member[] {
  const path = `${parent}.${key}`
  const source = sourceOf(field)
  const made = fieldFrom(task, structure, field, key, path)
  const takesMany = made.type === 'file' || made.type === 'choices'
  if (structure.max === 1 || takesMany || made.type === 'note') return [made]
  if (structure.max !== null && structure.max <= numberedLines) {
    task.note(field, path, 'changed', `${structure.min}:${structure.max}`, `asked as ${structure.max} numbered lines`)
    return Array.from({ length: structure.max }, (_, index) => ({
      ...made,
      key: `${key}n${index + 1}`,
      label: localised(`${made.label.de} ${index + 1}`),
      occurs: { min: index < structure.min ? 1 : 0, max: 1 },
    }))
  }
  task.note(field, path, 'changed', `${structure.min}:${structure.max ?? '*'}`, 'asked as a repeatable group of one field')
  const { source: _source, ...entry } = made
  const one: Field = { ...entry, key: 'entry', occurs: { min: 1, max: 1 } }
  return [
    {
      kind: 'group',
      key,
      title: made.label,
      entryName: made.label,
      occurs: { min: structure.min, max: structure.max },
      members: [one],
      source,
    },
  ]
}

function fieldFrom(task: Import, structure: Structure, field: FimField, key: string, path: string): Field {
  const source = sourceOf(field)
  const type = typeOf(task, structure, field, path)
  const { legal, technical } = legalBasis([...structure.references, ...field.references])
  if (technical !== '') task.note(field, path, 'aside', 'reference', `names no law: ${technical}`)
  const isNote = type === 'note'
  const hint = isNote ? [field.content, field.helpInput].filter(Boolean).join(' ') : field.helpInput
  return {
    kind: 'field',
    key,
    type,
    label: localised(nameOf(field)),
    ...(hint === '' ? {} : { hint: localised(hint) }),
    ...(legal === '' ? {} : { why: { de: legal, en: legal } }),
    occurs: isNote ? { min: 0, max: 1 } : { min: structure.min, max: structure.max },
    ...boundsOf(task, field, type, path),
    ...choicesOf(task, field, type, path),
    ...presetOf(task, field, type, path),
    ...(type === 'file' && field.mediaTypes.length > 0 ? { mediaTypes: field.mediaTypes } : {}),
    ...(type === 'file' && field.maxSize !== undefined && field.maxSize > 0 ? { maxBytes: field.maxSize } : {}),
    source,
  }
}

const typeByDataType: Record<FimField['dataType'], FieldType> = {
  text: 'text',
  text_latin: 'name',
  date: 'day',
  time: 'time',
  datetime: 'instant',
  bool: 'yes-no',
  num: 'decimal',
  num_int: 'integer',
  num_currency: 'money',
  file: 'file',
  obj: 'note',
}

function typeOf(task: Import, structure: Structure, field: FimField, path: string): FieldType {
  if (field.fieldKind === 'label') return 'note'
  if (field.fieldKind === 'hidden') return 'hidden'
  if (field.fieldKind === 'locked') {
    task.note(field, path, 'changed', 'locked field', 'its value goes along unseen')
    return 'hidden'
  }
  if (field.dataType === 'obj') {
    task.note(field, path, 'lost', 'static object', 'only its label and help are shown')
    return 'note'
  }
  if (field.fieldKind === 'select') {
    if (hasKnownValues(task, field)) return structure.max === 1 ? 'choice' : 'choices'
    const list = field.codeList?.canonicalUri ?? 'no list'
    task.note(field, path, 'lost', `choice (${list})`, 'the code list is not in data/code-lists: asked as free text')
    return 'text'
  }
  const type = typeByDataType[field.dataType]
  return type === 'text' && (field.constraints.maxLength ?? 0) > longText ? 'long-text' : type
}

function hasKnownValues(task: Import, field: FimField): boolean {
  return (
    field.values.length > 0 || (field.codeList !== undefined && findCodeList(task.codeLists, field.codeList.canonicalUri) !== undefined)
  )
}

function choicesOf(task: Import, field: FimField, type: FieldType, path: string): Pick<Field, 'choices' | 'codeList'> {
  if (type !== 'choice' && type !== 'choices') {
    if (field.values.length > 0 || (field.codeList !== undefined && field.fieldKind !== 'select')) {
      task.note(field, path, 'lost', 'values', `a ${field.fieldKind} of type ${field.dataType} takes no list`)
    }
    return {}
  }
  const columns = [field.codeKey, field.nameKey, field.helpKey].filter(Boolean)
  if (columns.length > 0)
    task.note(field, path, 'aside', `columns ${columns.join(', ')}`, 'our own copy of the code list has fixed columns')
  if (field.values.length > 0) {
    return {
      choices: field.values.map(({ code, name, help }) => ({
        value: code,
        label: localised(name || code),
        ...(help === '' ? {} : { hint: localised(help) }),
      })),
    }
  }
  if (field.codeList === undefined) return {}
  const list = findCodeList(task.codeLists, field.codeList.canonicalUri)
  if (list === undefined) return {}
  if (field.codeList.version !== '' && field.codeList.version !== list.source.version) {
    task.note(
      field,
      path,
      'changed',
      `code list ${field.codeList.canonicalUri} ${field.codeList.version}`,
      `asked with version ${list.source.version ?? 'unknown'}`,
    )
  }
  return { codeList: list.name }
}

function boundsOf(task: Import, field: FimField, type: FieldType, path: string): Partial<Field> {
  const { minLength, maxLength, minValue, maxValue, pattern, note } = field.constraints
  const isText = type === 'text' || type === 'long-text' || type === 'name'
  const lost = (what: string, why: string) => task.note(field, path, 'lost', what, why)
  if (note !== '') lost('note on the input', note)
  if (!isText && (minLength !== undefined || maxLength !== undefined)) lost('length', `a field of type ${type} has no length`)
  const bounds = { minimum: boundOf(field, type, minValue), maximum: boundOf(field, type, maxValue) }
  if (minValue !== '' && bounds.minimum === undefined) lost(`least value ${minValue}`, `no bound for a field of type ${type}`)
  if (maxValue !== '' && bounds.maximum === undefined) lost(`greatest value ${maxValue}`, `no bound for a field of type ${type}`)
  const usable = pattern !== '' && isText && isOurPattern(pattern)
  if (pattern !== '' && !usable)
    lost(`pattern ${pattern}`, isText ? 'not to be written as an ECMAScript pattern' : `a field of type ${type} has no pattern`)
  return {
    ...(isText && minLength !== undefined && minLength > 0 ? { minLength } : {}),
    ...(isText && maxLength !== undefined ? { maxLength } : {}),
    ...(bounds.minimum === undefined ? {} : { minimum: bounds.minimum }),
    ...(bounds.maximum === undefined ? {} : { maximum: bounds.maximum }),
    ...(usable
      ? { pattern: { expression: pattern, message: localised(`Bitte prüfen Sie die Schreibweise von „${nameOf(field)}“.`) } }
      : {}),
  }
}

function boundOf(field: FimField, type: FieldType, value: string): string | undefined {
  if (value === '') return undefined
  if (type === 'day') return parseDay(value)
  const isNumber = /^-?\d{1,15}([.,]\d{1,6})?$/.test(value)
  if (!isNumber) return undefined
  if (type === 'money') return String(Math.round(Number(value.replace(',', '.')) * 100))
  if (type === 'integer') return /^-?\d+$/.test(value) ? value : undefined
  return type === 'decimal' && field.fieldKind === 'input' ? value.replace(',', '.') : undefined
}

/** Patterns of XML Schema and ECMAScript differ in `\i`, `\c` and subtraction of classes. */
function isOurPattern(pattern: string): boolean {
  if (/\\[icIC]|-\[/.test(pattern)) return false
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp
  } catch {
    return false
  }
}

function presetOf(task: Import, field: FimField, type: FieldType, path: string): Pick<Field, 'presetValue'> {
  if (field.prefilling !== 'keine') {
    task.note(field, path, 'changed', `prefilling ${field.prefilling}`, 'a designer names the attribute that fills it')
  }
  if (field.content === '' || type === 'note') return {}
  if (type === 'file' || type === 'choices') {
    task.note(field, path, 'lost', 'content', `a field of type ${type} has no preset value`)
    return {}
  }
  return { presetValue: presetValue(type, field.content) }
}

function presetValue(type: FieldType, content: string): string {
  if (type !== 'yes-no') return content
  return content === 'true' || content === '1' ? 'yes' : 'no'
}

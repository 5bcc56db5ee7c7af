// The shape of form definitions, overlays and code lists as JSON: what is read from files or the database is checked against it.
import Type from 'typebox'
import Value from 'typebox/value'
import type { CodeList } from './code-list.ts'
import type { FormDefinition } from './definition.ts'
import type { Overlay } from './overlay.ts'

const closed = { additionalProperties: false }
const text = Type.String()
const key = Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]*$' })
const name = Type.String({ pattern: '^[a-z][a-z0-9-]*$' })
const localised = Type.Object({ de: text, en: Type.Optional(text), plain: Type.Optional(text) }, closed)
const occurs = Type.Object({ min: Type.Integer({ minimum: 0 }), max: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]) }, closed)
const choice = Type.Object({ value: text, label: localised, hint: Type.Optional(localised) }, closed)
const fieldTypes = [
  'text',
  'long-text',
  'name',
  'day',
  'partial-day',
  'time',
  'instant',
  'integer',
  'decimal',
  'money',
  'yes-no',
  'choice',
  'choices',
  'email',
  'phone',
  'iban',
  'postal-code',
  'country',
  'file',
  'note',
  'hidden',
] as const
const fieldType = Type.Union(fieldTypes.map((each) => Type.Literal(each)))
const length = Type.Integer({ minimum: 0 })

/** What an overlay may change of a field. */
const changes = {
  hint: Type.Optional(localised),
  why: Type.Optional(localised),
  minLength: Type.Optional(length),
  maxLength: Type.Optional(length),
  minimum: Type.Optional(text),
  maximum: Type.Optional(text),
  pattern: Type.Optional(Type.Object({ expression: text, message: localised }, closed)),
  choices: Type.Optional(Type.Array(choice)),
  codeList: Type.Optional(text),
  mediaTypes: Type.Optional(Type.Array(text)),
  maxBytes: Type.Optional(Type.Integer({ minimum: 1 })),
  prefill: Type.Optional(key),
  autocomplete: Type.Optional(text),
  presetValue: Type.Optional(text),
  when: Type.Optional(Type.Ref('Condition')),
}
const source = Type.Optional(text)
const groupParts = {
  key,
  title: localised,
  hint: Type.Optional(localised),
  entryName: Type.Optional(localised),
  when: Type.Optional(Type.Ref('Condition')),
}
const check = Type.Object({ path: text, valid: Type.Ref('Condition'), message: localised }, closed)

const parts = {
  Condition: Type.Union([
    Type.Object({ path: text, equals: text }, closed),
    Type.Object({ path: text, oneOf: Type.Array(text) }, closed),
    Type.Object({ path: text, isAnswered: Type.Boolean() }, closed),
    Type.Object({ all: Type.Array(Type.Ref('Condition')) }, closed),
    Type.Object({ any: Type.Array(Type.Ref('Condition')) }, closed),
    Type.Object({ not: Type.Ref('Condition') }, closed),
  ]),
  Field: Type.Object({ kind: Type.Literal('field'), key, type: fieldType, label: localised, occurs, source, ...changes }, closed),
  Group: Type.Object({ kind: Type.Literal('group'), ...groupParts, occurs, members: Type.Array(Type.Ref('Member')), source }, closed),
  Member: Type.Union([Type.Ref('Field'), Type.Ref('Group')]),
  Definition: Type.Object(
    {
      key: name,
      version: text,
      title: localised,
      pages: Type.Array(Type.Ref('Group'), { minItems: 1 }),
      checks: Type.Optional(Type.Array(check)),
      proseRules: Type.Optional(Type.Array(Type.Object({ id: text, text, path: text }, closed))),
      declaration: Type.Optional(localised),
      source: Type.Optional(Type.Object({ standard: text, schema: text, version: text }, closed)),
    },
    closed,
  ),
  Placement: Type.Union([
    Type.Object({ add: Type.Ref('Member') }, closed),
    Type.Object(
      {
        from: text,
        key: Type.Optional(key),
        type: Type.Optional(fieldType),
        label: Type.Optional(localised),
        title: Type.Optional(localised),
        entryName: Type.Optional(localised),
        occurs: Type.Optional(occurs),
        members: Type.Optional(Type.Array(Type.Ref('Placement'))),
        ...changes,
      },
      closed,
    ),
    Type.Object(
      { group: Type.Object({ ...groupParts, occurs: Type.Optional(occurs), source }, closed), members: Type.Array(Type.Ref('Placement')) },
      closed,
    ),
  ]),
  Overlay: Type.Object(
    {
      key: name,
      version: text,
      title: localised,
      pages: Type.Array(
        Type.Object(
          {
            key,
            title: localised,
            hint: Type.Optional(localised),
            when: Type.Optional(Type.Ref('Condition')),
            members: Type.Array(Type.Ref('Placement')),
          },
          closed,
        ),
        { minItems: 1 },
      ),
      leaveOut: Type.Optional(Type.Array(Type.Object({ from: text, why: Type.String({ minLength: 1 }) }, closed))),
      checks: Type.Optional(Type.Array(check)),
      declaration: Type.Optional(localised),
    },
    closed,
  ),
}
const definitionShape = Type.Cyclic(parts, 'Definition')
const overlayShape = Type.Cyclic(parts, 'Overlay')
const codeListShape = Type.Object({
  name,
  title: localised,
  source: Type.Object({
    publisher: text,
    uri: Type.Optional(text),
    version: Type.Optional(text),
    taken: text,
    alsoFor: Type.Optional(Type.Array(text)),
  }),
  entries: Type.Array(
    Type.Object({ value: text, label: localised, hint: Type.Optional(localised), onPapers: Type.Optional(Type.Array(text)) }),
  ),
})

export function isFormDefinition(value: unknown): value is FormDefinition {
  return Value.Check(definitionShape, value)
}

export function isOverlay(value: unknown): value is Overlay {
  return Value.Check(overlayShape, value)
}

export function isCodeList(value: unknown): value is CodeList {
  return Value.Check(codeListShape, value)
}

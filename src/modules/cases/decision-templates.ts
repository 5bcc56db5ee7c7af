// Reads the shipped templates of decision notices, checked against their schema.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Type from 'typebox'
import Value from 'typebox/value'
import type { DecisionTemplate } from './domain/decision.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'decisions')
const line = Type.String({ minLength: 1 })
const judgementField = Type.Object(
  {
    key: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]*$' }),
    label: line,
    hint: Type.Optional(line),
    type: Type.Union([Type.Literal('text'), Type.Literal('long-text'), Type.Literal('day'), Type.Literal('money'), Type.Literal('choice')]),
    choices: Type.Optional(Type.Array(Type.Object({ value: line, label: line }, { additionalProperties: false }))),
    isOptional: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
const outcome = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z-]*$' }),
    label: line,
    subject: line,
    operative: Type.Array(line, { minItems: 1 }),
    reasons: Type.Array(line),
    judgement: Type.Array(judgementField),
    legalRemedy: Type.Optional(Type.Array(line)),
  },
  { additionalProperties: false },
)
const templateSchema = Type.Object(
  { key: line, version: line, outcomes: Type.Array(outcome, { minItems: 1 }), legalRemedy: Type.Array(line), closing: line },
  { additionalProperties: false },
)

/** All templates by key. @throws Error naming file and place of what is wrong */
export async function readDecisionTemplates(): Promise<ReadonlyMap<string, DecisionTemplate>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const templates = await Promise.all(names.map((name) => readTemplate(name)))
  return new Map(templates.map((template) => [template.key, template]))
}

async function readTemplate(name: string): Promise<DecisionTemplate> {
  const content: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'))
  if (Value.Check(templateSchema, content)) return content
  const [fault] = Value.Errors(templateSchema, content)
  throw new Error(`data/decisions/${name}: ${fault?.instancePath ?? ''} ${fault?.message ?? 'does not fit the schema'}`)
}

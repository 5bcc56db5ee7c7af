// Public services: what one is, and how a catalogue file must look.
import Type, { type Static } from 'typebox'
import type { Localised } from '#kernel/language.ts'

const localised = Type.Object(
  {
    de: Type.String({ minLength: 1 }),
    en: Type.Optional(Type.String({ minLength: 1 })),
    plain: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
)
const slug = Type.String({ pattern: '^[a-z][a-z0-9-]{1,60}$' })

/** Who does a thing: the municipality (or who administers it), its association, the district, the Land. */
export const levels = ['municipality', 'association', 'district', 'land'] as const
export type Level = (typeof levels)[number]
const level = Type.Union([Type.Literal('municipality'), Type.Literal('association'), Type.Literal('district'), Type.Literal('land')])

const onlineProcedure = Type.Object(
  {
    /** Key of the form definition. */
    form: slug,
    assurance: Type.Union([Type.Literal('none'), Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')]),
    payment: Type.Union([Type.Literal('none'), Type.Literal('before-submission')]),
    feeCents: Type.Optional(Type.Integer({ minimum: 0 })),
    fourEyes: Type.Boolean(),
    processingDays: Type.Integer({ minimum: 1 }),
    filePlanUnit: Type.String({ minLength: 1 }),
    /** Key of the template of the decision notice. */
    decision: slug,
  },
  { additionalProperties: false },
)

export const publicServiceSchema = Type.Object(
  {
    key: slug,
    leikaKey: Type.String({ pattern: '^99[0-9]{12}$' }),
    /** Whether the key was found under this name in a public list; others are to be checked before real use. */
    leikaKeyChecked: Type.Boolean(),
    level,
    unit: slug,
    /** Of the Land's many offices the one that does it, by its slug in the directory. */
    office: Type.Optional(slug),
    lifeSituations: Type.Array(slug),
    title: localised,
    summary: localised,
    description: Type.Optional(localised),
    audience: localised,
    papers: Type.Array(localised),
    procedure: localised,
    fee: localised,
    /** The fee where it is one amount everywhere unless an authority says otherwise. */
    feeCents: Type.Optional(Type.Integer({ minimum: 0 })),
    time: localised,
    deadline: Type.Optional(localised),
    legalBasis: Type.Array(Type.String({ minLength: 3 }), { minItems: 1 }),
    remedy: Type.Optional(localised),
    related: Type.Array(slug),
    keywords: Type.Object({ de: Type.Array(Type.String()), en: Type.Array(Type.String()) }, { additionalProperties: false }),
    online: Type.Optional(onlineProcedure),
    /** Day on which the content was last compared with the law. */
    checkedOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  },
  { additionalProperties: false },
)

export type PublicService = Static<typeof publicServiceSchema>

/** What a list of services tells, and what decides who does it; the index keeps it for every service. */
export type ServiceSummary = Pick<
  PublicService,
  'key' | 'title' | 'summary' | 'fee' | 'feeCents' | 'time' | 'level' | 'unit' | 'office' | 'online'
>

export function summaryOf(described: PublicService): ServiceSummary {
  const { key, title, summary, fee, feeCents, time, level, unit, office, online } = described
  return {
    key,
    title,
    summary,
    fee,
    time,
    level,
    unit,
    ...given('feeCents', feeCents),
    ...given('office', office),
    ...given('online', online),
  }
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value })
}

export type OnlineProcedure = Static<typeof onlineProcedure>

export const lifeSituationsSchema = Type.Array(
  Type.Object(
    {
      key: slug,
      title: localised,
      summary: localised,
      /** What most people need first, in that order; the rest follows by title. */
      first: Type.Array(slug),
    },
    { additionalProperties: false },
  ),
)
export type LifeSituation = Static<typeof lifeSituationsSchema>[number]

export const competenceExceptionsSchema = Type.Array(
  Type.Object(
    {
      services: Type.Array(slug, { minItems: 1 }),
      /** ARS of the municipalities for which the exception holds. */
      places: Type.Array(Type.String({ pattern: '^[0-9]{12}$' }), { minItems: 1 }),
      placeNames: Type.Array(Type.String()),
      handledBy: level,
      validFrom: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      validTo: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
      /** Whether someone compared it with the regulation's text. */
      checked: Type.Boolean(),
      rule: localised,
      source: Type.String({ minLength: 3 }),
    },
    { additionalProperties: false },
  ),
)
export type CompetenceException = Static<typeof competenceExceptionsSchema>[number]

/** The service that every authority offers: an informal message. */
export const generalRequestKey = 'allgemeines-anliegen'

/** A part of a service's description under its number in the LeiKa list of text modules (XZuFi `modulText`). */
export interface ServiceModule {
  readonly code: string
  readonly text: Localised
}

/**
 * The description as LeiKa text modules: 03 title, 05 short text, 06 full text, 07 legal basis, 08 papers,
 * 09 conditions, 11 procedure, 25 remedy; time limits, duration and cost are modules of their own in XZuFi.
 * Source: XRepository list urn:de:xzufi:codeliste:leistungstextmodulleika, 20240216.
 */
export function serviceModules(described: PublicService): readonly ServiceModule[] {
  const parts: [string, Localised | undefined][] = [
    ['03', described.title],
    ['05', described.summary],
    ['06', described.description],
    ['07', { de: described.legalBasis.join('; ') }],
    ['09', described.audience],
    ['11', described.procedure],
    ['25', described.remedy],
  ]
  const papers = described.papers.map((paper) => ({ code: '08', text: paper }))
  return [...parts.flatMap(([code, text]) => (text === undefined ? [] : [{ code, text }])), ...papers].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
}

// The closed code lists of XDatenfelder 2 and 3.0.0.

/** The code of that list, or undefined if it has no such code. */
export function findCode<Code extends string>(codes: readonly Code[], text: string): Code | undefined {
  return codes.find((code) => code === text)
}

export const namespaces = {
  'urn:xoev-de:fim:standard:xdatenfelder_2': '2',
  'urn:xoev-de:fim:standard:xdatenfelder_3.0.0': '3.0.0',
} as const

/** 1 planned, 2 in work, 3 draft, 4 methodically released, 5 silver, 6 gold, 7 inactive, 8 to be deleted. */
export const statusesOfVersion3 = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
export const statusesOfVersion2 = ['inVorbereitung', 'aktiv', 'inaktiv'] as const
export type Status = (typeof statusesOfVersion3)[number] | (typeof statusesOfVersion2)[number]

/** Abstract, harmonised, bound to a legal norm. */
export const elementKinds = ['ABS', 'HAR', 'RNG'] as const
export type ElementKind = (typeof elementKinds)[number]

export const fieldKindsOfVersion2 = ['input', 'select', 'label'] as const
export const fieldKindsOfVersion3 = [...fieldKindsOfVersion2, 'hidden', 'locked'] as const
export type FieldKind = (typeof fieldKindsOfVersion3)[number]

export const dataTypesOfVersion2 = ['text', 'date', 'bool', 'num', 'num_int', 'num_currency', 'file', 'obj'] as const
export const dataTypesOfVersion3 = [...dataTypesOfVersion2, 'text_latin', 'time', 'datetime'] as const
export type DataType = (typeof dataTypesOfVersion3)[number]

export const prefillings = ['keine', 'optional', 'verpflichtend'] as const
export type Prefilling = (typeof prefillings)[number]

/** Complex, multiplicity, validation, calculation. */
export const ruleKinds = ['K', 'M', 'V', 'B'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Derived from, replaces, equivalent to, linked with. */
export const predicates = ['ABL', 'ERS', 'EQU', 'VKN'] as const
export type Predicate = (typeof predicates)[number]

export const structureChangeCodes = ['0', '1', '2', '3'] as const
export const appearanceChangeCodes = ['0', '1'] as const

export const documentKinds = [
  '001',
  '002',
  '003',
  '004',
  '005',
  '006',
  '007',
  '008',
  '009',
  '010',
  '011',
  '012',
  '013',
  '014',
  '999',
] as const
export type DocumentKind = (typeof documentKinds)[number]

// Sample forms of the tests: makers of questions and groups, one small form with a list and files, one with a fee.
import type { Field, FormDefinition, Group, Member } from '../domain/definition.ts'

export const field = (key: string, type: Field['type'] = 'text', more: Partial<Field> = {}): Field => ({
  kind: 'field',
  key,
  type,
  label: { de: key },
  occurs: { min: 1, max: 1 },
  ...more,
})
export const group = (key: string, members: readonly Member[], more: Partial<Group> = {}): Group => ({
  kind: 'group',
  key,
  title: { de: key },
  occurs: { min: 1, max: 1 },
  members,
  ...more,
})

export const sample: FormDefinition = {
  key: 'beispiel',
  version: '1.0.0',
  title: { de: 'Beispiel' },
  pages: [
    group('person', [field('familyName', 'name', { prefill: 'familyName' }), field('birthDay', 'day', { maximum: 'today' })]),
    group('pets', [
      field('hasCat', 'yes-no'),
      field('catName', 'text', { when: { path: 'pets.hasCat', equals: 'yes' } }),
      group('dog', [field('name', 'text'), field('weight', 'decimal', { occurs: { min: 0, max: 1 } })], {
        occurs: { min: 0, max: 3000 },
        entryName: { de: 'Hund' },
      }),
    ]),
    group('papers', [
      field('proof', 'file', { occurs: { min: 0, max: 2 }, maxBytes: 1_000_000 }),
      field('remark', 'long-text', { occurs: { min: 0, max: 1 } }),
    ]),
  ],
  declaration: { de: 'Alles stimmt.' },
}
export const paidForm: FormDefinition = { ...sample, key: 'kostenpflichtig' }

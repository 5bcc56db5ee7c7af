// Tests of the domain: retention, permissions, lexemes, file plans.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Staff, StaffRole } from '#kernel/actors.ts'
import { dayOf, parseDay } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { mayBecome, referenceNumberOf } from './dossier.ts'
import { FilePlanError, parseFilePlan } from './file-plan.ts'
import { askedLexemes, lexemesOf, queryText, vectorText } from './lexemes.ts'
import { firstGrants, mayHave, mayRead } from './permissions.ts'
import { type RetentionBeginning, retentionOf } from './retention.ts'

const authority = newId<'authority'>()
const day = (text: string) => parseDay(text) ?? assert.fail(text)
const clerk = (unit: string, ...roles: StaffRole[]): Staff => ({ kind: 'staff', staff: newId(), authority, name: 'K. Brandt', unit, roles })

describe('retention', () => {
  const unit = (begins: RetentionBeginning, years?: number) => ({
    mark: '22.3',
    title: 'x',
    begins,
    appraisal: 'V' as const,
    law: 'y',
    ...(years === undefined ? {} : { years }),
  })

  it('counts from the end of the year of closing', () => {
    const retention = retentionOf(unit('year-end', 6), day('2026-03-01'), {})
    assert.deepEqual([retention?.beginsOn, retention?.endsOn, retention?.rule], ['2026-12-31', '2032-12-31', 'year-end'])
  })

  it('counts from a recorded day, but never from before the closing', () => {
    assert.equal(
      retentionOf(unit('decision-expires', 10), day('2026-03-01'), { decisionExpiresOn: day('2028-02-29') })?.endsOn,
      '2038-02-28',
    )
    assert.equal(
      retentionOf(unit('decision-expires', 10), day('2026-03-01'), { decisionExpiresOn: day('2020-01-01') })?.endsOn,
      '2036-03-01',
    )
  })

  it('is not computed without the fact its rule needs', () => {
    assert.equal(retentionOf(unit('decision-expires', 10), day('2026-03-01'), { chosenOn: day('2026-03-01') }), undefined)
    assert.equal(retentionOf(unit('by-hand', 1), day('2026-03-01'), {}), undefined)
  })

  it('has no end where the class is kept without limit', () => {
    assert.equal(retentionOf(unit('closing'), day('2026-03-01'), {})?.endsOn, undefined)
  })

  it('is a pure function: class and facts give the stored value again', () => {
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)))
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 100 }), (closedOn, fact, years) => {
        for (const rule of ['closing', 'year-end', 'decision-effective'] as const) {
          const first = retentionOf(unit(rule, years), closedOn, { decisionEffectiveOn: fact })
          assert.notEqual(first, undefined)
          if (first === undefined) return
          assert.deepEqual(retentionOf(unit(rule, years), first.closedOn, first.facts), first)
          assert.equal(first.beginsOn >= closedOn, true)
          assert.equal((first.endsOn ?? '') >= first.beginsOn, true)
        }
      }),
    )
  })
})

describe('permissions', () => {
  it('let the unit work and the lead read, and nobody else', () => {
    const grants = firstGrants('steueramt')
    assert.equal(mayRead(clerk('steueramt', 'clerk'), authority, grants), true)
    assert.equal(mayRead(clerk('bauamt', 'lead'), authority, grants), true)
    assert.equal(mayRead(clerk('bauamt', 'clerk'), authority, grants), false)
    assert.equal(mayRead({ ...clerk('steueramt', 'lead'), authority: newId() }, authority, grants), false)
  })

  it('end with a withdrawn grant', () => {
    assert.equal(mayRead(clerk('steueramt', 'clerk'), authority, [{ kind: 'unit', subject: 'steueramt', access: 'none' }]), false)
  })

  it('give the person what went in and out, not what is internal or of others', () => {
    const owner = newId<'owner'>()
    const person = { kind: 'person' as const, owner, level: 'high' as const, name: 'Erika' }
    assert.equal(mayHave(person, owner, 'outgoing'), true)
    assert.equal(mayHave(person, owner, 'internal'), false)
    assert.equal(mayHave(person, newId(), 'incoming'), false)
    assert.equal(mayHave(person, undefined, 'incoming'), false)
    assert.equal(mayHave(clerk('x', 'lead'), owner, 'incoming'), false)
  })
})

describe('lexemes', () => {
  /** What PostgreSQL would say, for queries of words only. */
  const finds = (asked: string, text: string): boolean => {
    const lexemes = [...lexemesOf(text).keys()]
    return askedLexemes(asked).every((alternatives) =>
      alternatives.some((alternative) => {
        const isPrefix = alternative.endsWith(':*')
        const word = alternative.replace(/:\*$/, '').slice(1, -1)
        return lexemes.some((lexeme) => (isPrefix ? lexeme.startsWith(word) : lexeme === word))
      }),
    )
  }

  it('find the parts of compounds, inflected words and both spellings of umlauts', () => {
    for (const [asked, text] of [
      ['Genehmigung', 'Baugenehmigungsverfahren'],
      ['genehmigungen', 'Antrag auf Baugenehmigung'],
      ['steuer', 'Hundesteueranmeldung'],
      ['Hund', 'Anmeldung von Hunden'],
      ['Buerger', 'Bürgerbüro'],
      ['Größe', 'Grosse Wohnung'],
      ['Strasse', 'Straßen'],
      ['ozdemir', 'Amina Yılmaz-Özdemir'],
      ['22.3-0047/2026', 'Akte 22.3-0047/2026'],
      ['0047', 'Akte 22.3-0047/2026'],
      ['Hundesteuer Ilmen', 'Hundesteuer in Ilmenau'],
    ] as const)
      assert.equal(finds(asked, text), true, `${asked} in ${text}`)
  })

  it('do not find what is not there', () => {
    for (const [asked, text] of [
      ['Katze', 'Hundesteuer'],
      ['Hund Katze', 'Hund'],
      ['Genehmigung', 'Anmeldung'],
      ['0048', 'Akte 22.3-0047/2026'],
    ] as const)
      assert.equal(finds(asked, text), false, `${asked} in ${text}`)
  })

  it('are quoted, whatever is typed', () => {
    const vector = vectorText(lexemesOf("O'Brien \\ ' | & ! ( <-> :*"), ["~u'x\\"])
    assert.equal(vector.includes("'~u''x\\\\'"), true)
    assert.equal(queryText(askedLexemes("' | !x"), 'a', ["~u'"]).includes("'~u'''"), true)
    assert.deepEqual(askedLexemes('  \u0000 |&! '), [])
  })
})

describe('a file plan', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', '..', 'data', 'file-plan')

  it('shipped with the product is sound and has the units of the demo', () => {
    const plans = readdirSync(folder).map((name) => parseFilePlan(readFileSync(join(folder, name), 'utf8')))
    assert.deepEqual(plans.map((plan) => plan.key).sort(), ['district', 'municipality'])
    for (const plan of plans)
      assert.equal(
        plan.units.some((unit) => unit.mark === '33.2'),
        true,
      )
  })

  it('is refused with a mark twice, a missing parent, an unknown rule or half a year', () => {
    const unit = { mark: '1', title: 'a', retentionYears: 1, begins: 'closing', appraisal: 'A', law: 'x' }
    const plan = (...units: object[]) => JSON.stringify({ key: 'k', version: 1, title: 't', validFrom: '2026-01-01', units })
    assert.equal(parseFilePlan(plan(unit)).units.length, 1)
    for (const broken of [
      plan(unit, unit),
      plan({ ...unit, parent: '9' }),
      plan({ ...unit, begins: 'soon' }),
      plan({ ...unit, retentionYears: 0.5 }),
      plan({ ...unit, appraisal: 'X' }),
      '{}',
      '[]',
    ]) {
      assert.throws(() => parseFilePlan(broken), FilePlanError)
    }
  })
})

describe('a dossier', () => {
  it('is opened, closed and opened again, nothing else', () => {
    assert.deepEqual(
      [mayBecome('open', 'closed'), mayBecome('closed', 'open'), mayBecome('open', 'open'), mayBecome('closed', 'closed')],
      [true, true, false, false],
    )
  })

  it('has a number that people can quote', () => {
    assert.equal(referenceNumberOf('22.3', 47, 2026), '22.3-0047/2026')
    assert.equal(referenceNumberOf('22.3', 12_345, 2026), '22.3-12345/2026')
    assert.equal(dayOf(2026, 2, 30), undefined)
  })
})

// Rare documents on which a rule of ours once differed from the official one; found by comparing random documents.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judge } from '../scenarios/judge.ts'

const components = 'urn:oasis:names:specification:ubl:schema:xsd:Common'
const creditNote = (content: string): Uint8Array =>
  Buffer.from(
    `<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" xmlns:cac="${components}AggregateComponents-2"
    xmlns:cbc="${components}BasicComponents-2">${content}</CreditNote>`,
  )
const countOf = (rule: string, bytes: Uint8Array): number =>
  judge(bytes, { steps: ['en16931', 'xrechnung'] }).findings.filter((finding) => finding.rule === rule).length

describe('rare documents in UBL', () => {
  test('two payee identifiers are too many, whether they name a scheme or not', () => {
    const payee = (...ids: readonly string[]): Uint8Array =>
      creditNote(`<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>A</cbc:RegistrationName>
      </cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty><cac:PayeeParty>
      ${ids.map((id) => `<cac:PartyIdentification>${id}</cac:PartyIdentification>`).join('')}
      <cac:PartyName><cbc:Name>B</cbc:Name></cac:PartyName></cac:PayeeParty>`)
    const plain = '<cbc:ID>1</cbc:ID>'
    assert.equal(countOf('UBL-SR-20', payee(plain, plain)), 1)
    assert.equal(countOf('UBL-SR-20', payee(plain, '<cbc:ID schemeID="0088">1</cbc:ID>')), 1)
    assert.equal(countOf('UBL-SR-20', payee(plain, '<cbc:ID schemeID="sepa">1</cbc:ID>')), 0)
  })
})

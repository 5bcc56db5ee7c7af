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
const trade = 'urn:un:unece:uncefact:data:standard:'
const tradeLine = (agreement: string): Uint8Array =>
  Buffer.from(
    `<rsm:CrossIndustryInvoice xmlns:rsm="${trade}CrossIndustryInvoice:100" xmlns:ram="${trade}ReusableAggregateBusinessInformationEntity:100">
    <rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedLineTradeAgreement>${agreement}
    </ram:SpecifiedLineTradeAgreement></ram:IncludedSupplyChainTradeLineItem></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`,
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

describe('rare documents in CII', () => {
  test('without a net price the gross price is wrong, however many gross prices stand there', () => {
    const price = '<ram:ChargeAmount>5</ram:ChargeAmount>'
    const gross = (...prices: readonly string[]): string =>
      `<ram:GrossPriceProductTradePrice>${prices.join('')}</ram:GrossPriceProductTradePrice>`
    const net = `<ram:NetPriceProductTradePrice>${price}</ram:NetPriceProductTradePrice>`
    assert.equal(countOf('PEPPOL-EN16931-R046', tradeLine(gross(price, price))), 1)
    assert.equal(countOf('PEPPOL-EN16931-R046', tradeLine(gross(price))), 1)
    assert.equal(countOf('PEPPOL-EN16931-R046', tradeLine(gross(price) + net)), 0)
    assert.equal(judge(tradeLine(gross(price, price) + net), { steps: ['xrechnung'] }).verdict, 'undefined')
  })
})

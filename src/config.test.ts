// The settings: what production must be told, and what a wrong value is told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const production = {
  DEMO: 'off',
  BASE_URL: 'https://portal.example',
  TRUST_PROXY: 'on',
  MAIL_URL: 'smtp://mail.example',
  PAYMENT_PROVIDER_URL: 'https://pay.example',
  SIGNING_CERTIFICATE_FILE: 'seal.pem',
  SIGNING_KEY_FILE: 'seal.key',
  OPERATOR_NAME: 'Landkreis Muster',
  OPERATOR_ADDRESS: 'Am Markt 7, 98693 Ilmenau',
  OPERATOR_EMAIL: 'portal@muster.example',
  OPERATOR_DATA_PROTECTION_EMAIL: 'datenschutz@muster.example',
}

test('the operator is who the settings name; production has no preset for it', () => {
  assert.deepEqual(readConfig(production).operator, {
    ...{ name: 'Landkreis Muster', address: ['Am Markt 7', '98693 Ilmenau'], email: 'portal@muster.example', phone: undefined },
    dataProtectionEmail: 'datenschutz@muster.example',
  })
  for (const name of ['OPERATOR_NAME', 'OPERATOR_ADDRESS', 'OPERATOR_EMAIL', 'OPERATOR_DATA_PROTECTION_EMAIL'])
    assert.throws(() => readConfig({ ...production, [name]: '' }), new RegExp(`In production ${name} must be set`))
  assert.throws(() => readConfig({ ...production, OPERATOR_EMAIL: 'portal' }), /OPERATOR_EMAIL must be a mail address/)
  assert.equal(readConfig({}).operator.name, 'Rennsteig Demonstration')
})

// The pages in a real Chromium: passkeys, opening an account, keyboard only, 320 px, axe.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { generateSync } from 'otplib'
import type { BrowserContext, Page } from 'playwright-core'
import { findBarriers, launchBrowser, openContext, scrollsSideways, takePicture, widths } from '#test/harness/browser.ts'
import { loadAssets } from '#web/assets.ts'
import { openTestPortal, seedPerson } from '../testing/portal.ts'

const portal = await openTestPortal({ assets: await loadAssets() })
const browser = await launchBrowser()
after(() => browser.close())

async function openWindow(javaScript = true): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { baseURL: portal.baseUrl, javaScript })
  return { context, page: await context.newPage() }
}

/** No finding of axe at 320 px and 1280 px, no side scroll, and a picture of both. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await takePicture(page, `accounts-${name}-${width}`)
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways at ${width} px`)
    assert.deepEqual(await findBarriers(page), [], `${name} at ${width} px`)
  }
}

test('an account is opened by address, password and app, with axe, at 320 px', async () => {
  const { context, page } = await openWindow()
  await page.goto(`${portal.baseUrl}/probe/substanziell`)
  await look(page, '01-ways')
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await look(page, '02-address')
  await page.getByRole('button', { name: 'Weiter' }).click()
  assert.match(await page.title(), /^Fehler:/)
  await look(page, '03-address-error')
  await page.getByLabel('E-Mail-Adresse').fill('neu@demo.example')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await portal.runJobs()
  const code = /Ihr Code: (\d{6})/.exec(portal.mails.at(-1)?.text ?? '')?.[1] ?? ''
  await look(page, '04-mail-code')
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await look(page, '05-choose')
  await page.getByRole('link', { name: 'Passwort und App' }).click()
  await page.getByLabel('Passwort', { exact: true }).fill('kurz')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await look(page, '06-password-error')
  await page.getByLabel('Passwort', { exact: true }).fill('vier lange wörter hier')
  await page.getByLabel('Passwort wiederholen').fill('vier lange wörter hier')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await look(page, '07-app')
  assert.equal(await page.evaluate("document.querySelector('main img').naturalWidth > 0"), true, 'the QR code is shown')
  const secret = (await page.locator('main code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code, den die App').fill(generateSync({ secret, epoch: Math.floor(Date.now() / 1000) }))
  await page.getByRole('button', { name: 'Weiter' }).click()
  assert.equal(await page.locator('main li code').count(), 10)
  await look(page, '08-recovery')
  await page.getByRole('button', { name: 'Ich habe die Codes' }).click()
  assert.equal(new URL(page.url()).pathname, '/probe/substanziell')
  await page.goto(`${portal.baseUrl}/konto`)
  await look(page, '09-account')
  await page.goto(`${portal.baseUrl}/konto/sitzungen`)
  await look(page, '10-sessions')
  await page.goto(`${portal.baseUrl}/konto/loeschen`)
  await look(page, '11-delete')
  await page.getByLabel('Ja, ich möchte').check()
  await page.getByRole('button', { name: 'endgültig löschen' }).click()
  assert.match(await page.locator('h1').innerText(), /gelöscht/)
  const [rows] = await portal.admin.sql<{
    left: number
  }>`select count(*)::int as left from accounts.account where sign_in_name = 'neu@demo.example'`
  assert.equal(rows?.left, 0)
  await context.close()
})

test('an address that has an account gets the same page and another mail', async () => {
  const person = await seedPerson(portal)
  const { context, page } = await openWindow()
  await page.goto(`${portal.baseUrl}/anmelden`)
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await page.getByLabel('E-Mail-Adresse').fill(person.email)
  await page.getByRole('button', { name: 'Weiter' }).click()
  assert.match(await page.locator('h1').innerText(), /Code aus der E-Mail/)
  await portal.runJobs()
  assert.match(portal.mails.at(-1)?.text ?? '', /schon eines/)
  assert.doesNotMatch(portal.mails.at(-1)?.text ?? '', /Code: \d/)
  await context.close()
})

test('a passkey opens an account, signs in, is low before the card and substantial after it', async () => {
  const { context, page } = await openWindow()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${portal.baseUrl}/probe/niedrig`)
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await page.getByLabel('E-Mail-Adresse').fill('passkey@demo.example')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await portal.runJobs()
  await page.getByLabel('Code').fill(/Ihr Code: (\d{6})/.exec(portal.mails.at(-1)?.text ?? '')?.[1] ?? '')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('link', { name: 'Passkey' }).click()
  await look(page, '20-new-passkey')
  await page.getByRole('button', { name: 'Passkey anlegen' }).click()
  await page.waitForURL(/\/probe\/niedrig$/)
  await page.goto(`${portal.baseUrl}/probe/substanziell`)
  assert.match(page.url(), /\/anmelden\?/, 'a passkey alone is low')
  await page.getByRole('button', { name: 'Mit Online-Ausweis' }).click()
  await look(page, '21-card')
  await page.getByRole('link', { name: 'Zum Ausweisdienst' }).click()
  await look(page, '22-simulator')
  await page.getByLabel('Amina').check()
  await page.getByLabel('PIN').fill('123456')
  await page.getByRole('button', { name: 'Daten freigeben' }).click()
  await page.waitForURL(/\/probe\/substanziell$/)
  await page.goto(`${portal.baseUrl}/konto`)
  await look(page, '23-account-card')
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await page.waitForURL(/\/abgemeldet$/)
  await page.goto(`${portal.baseUrl}/probe/substanziell`)
  await page.getByRole('button', { name: 'Mit Passkey' }).click()
  await look(page, '24-passkey')
  await page.getByRole('button', { name: 'Passkey benutzen' }).click()
  await page.waitForURL(/\/probe\/substanziell$/)
  await page.goto(`${portal.baseUrl}/abgemeldet`)
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(`${portal.baseUrl}/probe/niedrig`)
  await page.getByRole('button', { name: 'Mit Passkey' }).click()
  await page.getByRole('button', { name: 'Passkey benutzen' }).click()
  await page.getByText('Der Passkey konnte nicht benutzt werden').waitFor()
  await context.close()
})

test('signing in works with the keyboard only and without JavaScript, in English and plain German', async () => {
  for (const [prefix, script] of [
    ['', true],
    ['/en', false],
    ['/einfach', false],
  ] as const) {
    const person = await seedPerson(portal)
    const { context, page } = await openWindow(script)
    await page.goto(`${portal.baseUrl}${prefix}/probe/substanziell`)
    assert.equal(new URL(page.url()).pathname, `${prefix}/anmelden`)
    await page.locator('button[value=passwort]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/passwort$/)
    await page.locator('input[name=name]').focus()
    await page.keyboard.type(person.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(person.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/code$/)
    await page.locator('input[name=code]').focus()
    await page.keyboard.type(person.code())
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${prefix}/probe/substanziell`)
    await context.close()
  }
})

test('password and code pages have no finding', async () => {
  const person = await seedPerson(portal)
  const { context, page } = await openWindow()
  await page.goto(`${portal.baseUrl}/probe/substanziell`)
  await page.getByRole('button', { name: 'Mit Passwort' }).click()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await look(page, '30-password-error')
  await page.getByLabel('E-Mail-Adresse').fill(person.email)
  await page.getByLabel('Passwort').fill(person.password)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await look(page, '31-code')
  await page.getByLabel('Code', { exact: true }).fill('123')
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await look(page, '32-code-error')
  await page.goto(`${portal.baseUrl}/anmelden/schritt/${'x'.repeat(20)}`)
  await look(page, '33-expired')
  await page.goto(`${portal.baseUrl}/oidc/auth`)
  await look(page, '34-provider-error')
  await context.close()
})

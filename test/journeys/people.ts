// People of the journeys: opening an account, signing in, reading the mail, paying at the simulator.
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { generateSync } from 'otplib'
import type { Page } from 'playwright-core'
import type { Program } from '#test/harness/program.ts'
import { fillIn, look, press, type Walk } from '#test/harness/walk.ts'

export interface AccountHolder {
  readonly email: string
  readonly password: string
  /** Of the authenticator app, as the page shows it. */
  readonly secret: string
}

interface Mail {
  readonly to: readonly string[] | string
  readonly subject: string
  readonly text: string
}

/** All mails to an address so far, the newest last. */
export async function mailsTo(program: Program, address: string): Promise<readonly Mail[]> {
  const mails: unknown = await (await fetch(`${program.simulator(3)}/mails`)).json()
  assert.ok(Array.isArray(mails))
  return mails.filter((mail: unknown): mail is Mail => JSON.stringify(mail).includes(address))
}

/** From the page of ways to sign in to where the person came from, with a new account of password and app. */
export async function openAccount(walk: Walk, program: Program, email: string): Promise<AccountHolder> {
  const { page } = walk
  const password = 'vier lange wörter hier'
  await press(page, 'Konto anlegen')
  await look(walk, 'account-address')
  await fillIn(page, { email })
  await press(page, 'Weiter')
  await fillIn(page, { code: await codeFromMail(program, email) })
  await look(walk, 'account-code')
  await press(page, 'Weiter')
  await look(walk, 'account-means')
  await page.locator('main').getByRole('link', { name: 'Passwort und App' }).click()
  await page.waitForLoadState('load')
  await fillIn(page, { password, repeated: password })
  await look(walk, 'account-password')
  await press(page, 'Weiter')
  await look(walk, 'account-app')
  const secret = (await page.locator('main code').innerText()).replaceAll(' ', '')
  await fillIn(page, { code: appCode(secret) })
  await press(page, 'Weiter')
  await look(walk, 'account-recovery')
  await press(page, /Codes aufgehoben/)
  return { email, password, secret }
}

/**
 * From the page of ways to sign in to where the person came from, at level substantial.
 * A code counts once: who has just signed in elsewhere takes a later one.
 */
export async function signInWithPassword(walk: Walk, { email, password, secret }: AccountHolder, laterSeconds = 0): Promise<void> {
  const { page } = walk
  await press(page, 'Mit Passwort und App')
  await fillIn(page, { name: email, password })
  await look(walk, 'password')
  await press(page, 'Weiter')
  await fillIn(page, { code: appCode(secret, laterSeconds) })
  await look(walk, 'code')
  await press(page, 'Anmelden')
}

/** Follows the first link of the page's content with these words. */
export async function openFromList(page: Page, words: RegExp): Promise<void> {
  await page.locator('main').getByRole('link', { name: words }).first().click()
  await page.waitForLoadState('load')
}

export function appCode(secret: string, later = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later })
}

async function codeFromMail(program: Program, email: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const found = /(\d{6})/.exec((await mailsTo(program, email)).at(-1)?.text ?? '')?.[1]
    if (found !== undefined) return found
    await wait(250)
  }
  throw new Error(`no code was sent to ${email}`)
}

/** From the page of ways to sign in to where the person came from, with the demo identity card. */
export async function signInWithCard(walk: Walk, name: string): Promise<void> {
  const { page } = walk
  await press(page, 'Mit Online-Ausweis')
  await look(walk, 'card')
  await page.locator('main').getByRole('link', { name: 'Zum Ausweisdienst' }).click()
  await page.getByLabel(name).check()
  await page.getByLabel(/^PIN/).fill('123456')
  await look(walk, 'card-simulator')
  await page.getByRole('button', { name: 'Daten freigeben' }).click()
  await page.waitForLoadState('load')
  const agree = page.getByRole('button', { name: 'Ja, Konto anlegen' })
  if ((await agree.count()) > 0) await press(page, 'Ja, Konto anlegen')
}

/** Presses a button of the payment simulator. */
export async function atPaymentProvider(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.waitForLoadState('load')
}

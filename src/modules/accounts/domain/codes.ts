// Codes: those of an authenticator app (TOTP, each used once), recovery codes, and codes sent by mail.
import { randomBytes, randomInt } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export function newTotpSecret(): string {
  return generateSecret()
}

/** The address that an authenticator app reads from the QR code. */
export function totpAddress(secret: string, account: string): string {
  return generateURI({ issuer: 'Rennsteig', label: account, secret })
}

/**
 * The time step of a valid code, or undefined. One step before and after now is accepted because clocks
 * differ; a step up to `lastStep` never again, so that a code seen over the shoulder is worthless (RFC 6238 § 5.2).
 */
export function totpStep(secret: string, code: string, now: Date, lastStep: number | undefined): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(now.getTime() / 1000)
  const result = verifySync({ secret, token, epoch, epochTolerance: 30 })
  if (!result.valid || !('timeStep' in result)) return undefined
  return lastStep !== undefined && result.timeStep <= lastStep ? undefined : result.timeStep
}

/** Ten codes of 50 bits, "ABCDE-FGHJK"; each opens the account once when the app is lost. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from(randomBytes(10), (byte) => alphabet[byte % 32]).join('')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })
}

/** A recovery code as it was made, from what a person typed; undefined for what cannot be one. */
export function parseRecoveryCode(text: string): string | undefined {
  const letters = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return letters.length === 10 ? `${letters.slice(0, 5)}-${letters.slice(5)}` : undefined
}

/** Six digits to be typed from a mail. */
export function newMailCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

// One-time codes of staff (TOTP): a secret for an app, its address, and the step of a right code.
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { StaffId } from '#kernel/actors.ts'

const stepSeconds = 30

export function newSecret(): string {
  return generateSecret()
}

/** The address that an authenticator app reads from the QR code. */
export function appAddress(secret: string, login: string): string {
  return generateURI({ issuer: 'Rennsteig Arbeitsplatz', label: login, secret })
}

/** What a sealed secret is bound to: it opens for this member of staff alone. */
export function sealingContext(staff: StaffId): string {
  return `staff ${staff}`
}

/** The time step of a right code, one before and after now included because clocks differ; undefined for a wrong one (RFC 6238). */
export function codeStep(secret: string, code: string, now: Date): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(now.getTime() / 1_000)
  const result = verifySync({ secret, token, epoch, epochTolerance: stepSeconds })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

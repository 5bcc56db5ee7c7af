// Neighbours: the faces of catalogue, directory, accounts and payments as forms uses them.

import type { AssuranceLevel } from '#kernel/actors.ts'
import { getProfile, signInPath } from '#modules/accounts'
import { competentAuthority, offerOf } from '#modules/catalogue'
import { drawShield, findAuthority } from '#modules/directory'
import { openPayment, takeOverPayments } from '#modules/payments'
import type { Neighbours } from './dependencies.ts'

/** Names of profile attributes that forms write otherwise. */
const otherNames: Readonly<Record<string, string>> = { city: 'town' }

/** Many people may share a network; nobody guesses a number with its code in so few attempts. */
export const receiptLimit = { name: 'receipt-check', most: 30, windowMinutes: 15 } as const

export const neighbours: Neighbours = {
  async findOffer(database, serviceKey, authority) {
    const offer = await offerOf(database, serviceKey, authority)
    const online = offer?.service.online
    if (offer === undefined || online === undefined || !offer.isOnline) return undefined
    return {
      serviceKey,
      title: offer.service.title,
      form: online.form,
      assurance: online.assurance,
      feeCents: online.payment === 'before-submission' ? offer.feeCents : 0n,
      processingDays: online.processingDays,
    }
  },
  async findCompetent(database, service, ars, on) {
    const found = await competentAuthority(database, { service, ars, on })
    return found.ok ? found.value.authority.authorityId : undefined
  },
  async findAuthority(database, authority) {
    const found = await findAuthority(database, authority)
    if (found === undefined) return undefined
    const { authorityId, slug, name, theme } = found
    return { authorityId, slug, name, theme, arms: { svg: drawShield(name, theme.accent) } }
  },
  async profileOf(transaction, owner) {
    const { verified, ...profile } = await getProfile(transaction, owner)
    const values = new Map<string, { value: string; level: AssuranceLevel }>()
    const levels = new Map<string, AssuranceLevel>(Object.entries(verified))
    for (const [name, value] of Object.entries(profile)) {
      if (typeof value !== 'string' || name === 'owner') continue
      const known = { value, level: levels.get(name) ?? 'none' }
      values.set(name, known)
      values.set(otherNames[name] ?? name, known)
    }
    return values
  },
  async openPayment(transaction, order) {
    const payment = await openPayment(transaction, order)
    return { paymentId: payment.paymentId, isPaid: payment.state === 'paid' }
  },
  takeOverPayments,
  signInPath,
}

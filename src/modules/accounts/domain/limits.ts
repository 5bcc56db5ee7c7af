// Limits: how many failures an account, a network, or an address for mails may have in a window.

export interface Limit {
  readonly name: string
  readonly most: number
  readonly windowMinutes: number
}

/** After five wrong passwords or codes a sign-in name rests; the identity card and passkeys stay open. */
export const accountLimit: Limit = { name: 'account', most: 5, windowMinutes: 15 }
/** Many people may share a network (an office, a library), so it may fail more often. */
export const networkLimit: Limit = { name: 'network', most: 50, windowMinutes: 15 }
/** Mails with codes to one address. */
export const mailLimit: Limit = { name: 'mail', most: 5, windowMinutes: 60 }
/** Mails with codes asked for from one network. */
export const mailNetworkLimit: Limit = { name: 'mail-network', most: 30, windowMinutes: 60 }

/** A code from a mail or an app, guessed wrong this often, is worthless. */
export const mostCodeAttempts = 5

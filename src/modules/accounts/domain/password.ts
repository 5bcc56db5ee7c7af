// Passwords: scrypt hashes, at most two computed at a time because each takes 32 MiB.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost for scrypt: memory is 128 × 8 × 2^logN bytes. OWASP names 2^15 with p = 3 as one of its equal choices. */
export interface PasswordCost {
  readonly logN: number
  readonly parallel: number
}

export const defaultCost: PasswordCost = { logN: 15, parallel: 3 }
export const shortestPassword = 12

const mostAtOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** "scrypt$logN$p$salt$hash" */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await compute(password, salt, cost)
  return ['scrypt', cost.logN, cost.parallel, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether the password is the hashed one. Without a hash (no such account) the same work is done
 * and the answer is no, so that the time does not tell whether the account exists.
 */
export async function verifyPassword(password: string, stored: string | undefined, cost: PasswordCost): Promise<boolean> {
  const [, logN = String(cost.logN), parallel = String(cost.parallel), salt = '', expected = ''] = stored?.split('$') ?? []
  const hash = await compute(password, Buffer.from(salt, 'base64url'), { logN: Number(logN), parallel: Number(parallel) })
  const wanted = Buffer.from(expected, 'base64url')
  return stored !== undefined && wanted.length === hash.length && timingSafeEqual(wanted, hash)
}

async function compute(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => void waiting.push(resolve))
  else running += 1
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const options = { N: 2 ** cost.logN, r: 8, p: cost.parallel, maxmem: 256 * 2 ** cost.logN * 8 }
      scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error === null ? resolve(key) : reject(error)))
    })
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

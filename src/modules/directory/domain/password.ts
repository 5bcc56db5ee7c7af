// Passwords of staff: scrypt with its parameters beside the hash.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const cost = 32_768
const blockSize = 8
const parallel = 1
const maxMemory = 64 * 1024 * 1024
const keyLength = 32

/** Longer ones are refused unread, so that nobody makes us hash megabytes. */
export const longestPassword = 200

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, { cost, blockSize, parallel })
  return ['scrypt', cost, blockSize, parallel, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether the password has that hash; takes as long for a hash of nobody (`undefined`). */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [name, costText, blockText, parallelText, salt = '', expected = ''] = (hash ?? nobody).split('$')
  if (name !== 'scrypt') return false
  const parameters = { cost: Number(costText), blockSize: Number(blockText), parallel: Number(parallelText) }
  const key = await derive(password.slice(0, longestPassword), Buffer.from(salt, 'base64url'), parameters)
  const wanted = Buffer.from(expected, 'base64url')
  return key.length === wanted.length && timingSafeEqual(key, wanted) && hash !== undefined && password.length <= longestPassword
}

const nobody = ['scrypt', cost, blockSize, parallel, 'AAAAAAAAAAAAAAAAAAAAAA', Buffer.alloc(keyLength).toString('base64url')].join('$')

function derive(password: string, salt: Buffer, parameters: { cost: number; blockSize: number; parallel: number }): Promise<Buffer> {
  const options = { N: parameters.cost, r: parameters.blockSize, p: parameters.parallel, maxmem: maxMemory }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyLength, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}

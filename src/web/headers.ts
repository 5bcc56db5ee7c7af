// Security headers of every answer, and the cookies of ours.
import type { Cookie } from './reply.ts'

export interface HeaderSettings {
  readonly secure: boolean
  /** Origins of other programs that a form may lead to by redirect (payment provider, ID card). */
  readonly formTargets: readonly string[]
}

export function securityHeaders(settings: HeaderSettings): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'self'",
    "manifest-src 'self'",
    // Browsers apply form-action to the redirect after a form as well.
    ['form-action', "'self'", ...settings.formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(settings.secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** Host-only, unreadable for scripts; over https bound to the host by the `__Host-` prefix. */
export function cookieHeader(cookie: Cookie, secure: boolean): string {
  const age = cookie.value === '' ? 0 : cookie.maxAgeSeconds
  return [
    `${cookieName(cookie.name, secure)}=${encodeURIComponent(cookie.value)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ].join('; ')
}

export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : `rennsteig-${name}`
}

export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at === -1 || pair.slice(0, at).trim() !== name) continue
    try {
      return decodeURIComponent(pair.slice(at + 1).trim())
    } catch {
      return undefined
    }
  }
  return undefined
}

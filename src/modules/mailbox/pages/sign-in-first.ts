// The way to the sign-in and back: the link in a notice leads here without a session.
import { type Reply, seeOther, type Visit } from '#web'

export function signInFirst({ frame }: Visit): Reply {
  return seeOther(signInAddress(frame))
}

export function signInAddress(frame: Visit['frame']): string {
  return `${frame.href('/anmelden')}?weiter=${encodeURIComponent(frame.href(frame.address))}`
}

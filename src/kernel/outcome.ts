// Outcome: how an action says yes, or an ordinary no with its reason.

export type Done<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Reason extends string> = { readonly ok: false; readonly reason: Reason }

/** A union narrowed by `if (!outcome.ok)`; what is unexpected is thrown instead. */
export type Outcome<Value, Reason extends string> = Done<Value> | Refused<Reason>

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

export function refused<Reason extends string>(reason: Reason): Refused<Reason> {
  return { ok: false, reason }
}

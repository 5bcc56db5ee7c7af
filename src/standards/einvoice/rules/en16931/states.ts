// The states (releases) of the EN 16931 rules and what stands in which of them.
export const states = ['1.3.15', '1.3.16'] as const
export type State = (typeof states)[number]
export type Syntax = 'ubl' | 'cii'

/** What is not in all states says from which (`since`) or up to which one (`until`) it stands; both ends belong to it. */
export interface Stated {
  readonly since?: State
  readonly until?: State
}

/** Whether a rule, context or code with these limits stands in the given state. */
export function standsIn(limits: Stated, state: State): boolean {
  const at = states.indexOf(state)
  return (
    (limits.since === undefined || states.indexOf(limits.since) <= at) && (limits.until === undefined || at <= states.indexOf(limits.until))
  )
}

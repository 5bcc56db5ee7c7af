// Jobs and events of the cases; payloads carry ids only.
import { type JobKind, jobKind } from '#jobs'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Id } from '#kernel/ids.ts'

/** Renders, seals, files and delivers a signed decision. */
export const decisionSigned = jobKind<{ authority: AuthorityId; case: Id<'case'>; decision: Id<'decision'> }>('cases.decision-signed', {
  expireSeconds: 60,
})

export const casesKinds: readonly JobKind<object>[] = [decisionSigned]

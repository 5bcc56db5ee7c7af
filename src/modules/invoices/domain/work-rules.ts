// Who may do which step on an invoice: roles, states, limits and four eyes, as tables.
import type { Staff, StaffRole } from '#kernel/actors.ts'
import type { Cents } from '#kernel/money.ts'
import type { InvoiceState } from './states.ts'
import { isCreditNote, type StepKind, type WorkInvoice, type WorkStepDone } from './work-invoice.ts'

export const workSteps = [
  'take-on',
  'check-factually',
  'check-arithmetically',
  'approve',
  'query',
  'answer',
  'return',
  'agree',
  'assign-account',
  'link',
  'note',
  'reopen',
] as const
export type WorkStep = (typeof workSteps)[number]

interface StepRule {
  readonly roles: readonly StaffRole[]
  readonly states: readonly InvoiceState[]
}

const working: readonly StaffRole[] = ['clerk', 'lead']

/** By whom and when; limits and four eyes come on top. */
export const stepRules: Readonly<Record<WorkStep, StepRule>> = {
  'take-on': { roles: working, states: ['new', 'in-check', 'queried'] },
  'check-factually': { roles: working, states: ['in-check'] },
  'check-arithmetically': { roles: working, states: ['in-check'] },
  approve: { roles: working, states: ['checked'] },
  query: { roles: working, states: ['in-check'] },
  answer: { roles: working, states: ['queried'] },
  return: { roles: working, states: ['new', 'in-check', 'queried'] },
  agree: { roles: working, states: ['in-check'] },
  'assign-account': { roles: working, states: ['in-check', 'queried'] },
  link: { roles: working, states: ['new', 'in-check', 'queried', 'checked'] },
  note: { roles: working, states: ['new', 'in-check', 'queried', 'checked', 'approved', 'ordered', 'paid', 'returned', 'settled'] },
  reopen: { roles: working, states: ['checked', 'approved'] },
}

/** Up to which amount a role may approve. */
export type ApprovalLimits = Partial<Readonly<Record<StaffRole, Cents>>>

/** Where an authority has set none: a clerk up to 1,000 euros, a lead up to ten million. */
export const usualLimits: ApprovalLimits = { clerk: 100_000n, lead: 1_000_000_000n }

export type StepRefusal = 'wrong-role' | 'wrong-state' | 'done-already' | 'same-person' | 'over-limit' | 'no-assignment'

export interface Standing {
  readonly invoice: WorkInvoice
  readonly steps: readonly WorkStepDone[]
  readonly limits: ApprovalLimits
}

/** Steps that make an earlier check worthless: what was checked is not what is paid or booked now. */
const voiding: Readonly<Record<CheckKind, ReadonlySet<StepKind>>> = {
  'factual-check': new Set<StepKind>(['agreed', 'reopened']),
  'arithmetical-check': new Set<StepKind>(['agreed', 'reopened', 'assignment']),
}
type CheckKind = 'factual-check' | 'arithmetical-check'

/** The checks that count: those after the last step that makes their kind void. */
export function standingChecks(steps: readonly WorkStepDone[]): readonly WorkStepDone[] {
  return steps.filter(
    ({ kind }, index) =>
      (kind === 'factual-check' || kind === 'arithmetical-check') && !steps.slice(index + 1).some((later) => voiding[kind].has(later.kind)),
  )
}

/** @returns why this member of staff may not do the step now; undefined if nothing stands against it */
export function refusalOf(step: WorkStep, staff: Staff, standing: Standing): StepRefusal | undefined {
  const rule = stepRules[step]
  if (!rule.roles.some((role) => staff.roles.includes(role))) return 'wrong-role'
  if (!rule.states.includes(standing.invoice.state)) return 'wrong-state'
  if (step === 'check-factually') return refusalOfCheck('factual-check', staff, standing)
  if (step === 'check-arithmetically') return refusalOfCheck('arithmetical-check', staff, standing)
  return step === 'approve' ? refusalOfApproval(staff, standing) : undefined
}

/** Each check once, and by two people. */
function refusalOfCheck(kind: CheckKind, staff: Staff, { invoice, steps }: Standing): StepRefusal | undefined {
  const checks = standingChecks(steps)
  if (checks.some((check) => check.kind === kind)) return 'done-already'
  if (checks.some((check) => check.actor.id === staff.staff)) return 'same-person'
  // Where it is booked is part of what is checked.
  return kind === 'arithmetical-check' && invoice.assignment === undefined ? 'no-assignment' : undefined
}

/** A third pair of eyes, within the limit of its role. */
function refusalOfApproval(staff: Staff, { invoice, steps, limits }: Standing): StepRefusal | undefined {
  if (standingChecks(steps).some((check) => check.actor.id === staff.staff)) return 'same-person'
  return approvedAmount(invoice) > limitOf(staff, limits) ? 'over-limit' : undefined
}

/** What the limit is held against: also a credit note has a weight. */
function approvedAmount(invoice: WorkInvoice): Cents {
  const amount = isCreditNote(invoice.typeCode) ? invoice.payable : (invoice.agreed ?? invoice.payable)
  return amount < 0n ? -amount : amount
}

/** The highest of this person's roles; 0 if none of them may approve. */
export function limitOf(staff: Pick<Staff, 'roles'>, limits: ApprovalLimits): Cents {
  return staff.roles.reduce((most, role) => {
    const limit = limits[role] ?? 0n
    return limit > most ? limit : most
  }, 0n)
}

/** Both checks are there: the invoice can be approved. */
export function isChecked(steps: readonly WorkStepDone[]): boolean {
  return new Set(standingChecks(steps).map((check) => check.kind)).size === 2
}

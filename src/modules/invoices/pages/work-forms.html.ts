// The forms of the steps on an invoice: only those that this member of staff may take now.
import { formatEuro } from '#kernel/money.ts'
import { button, csrfField, details, radioGroup, selectField, textArea, textField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, type HtmlValue, html } from '#web/html.ts'
import { amountToPay, assignmentFields, refersToEarlier } from '../domain/work-invoice.ts'
import type { WorkStep } from '../domain/work-rules.ts'
import type { ShownWork, WorkProblem } from '../domain/work-shown.ts'
import { workTexts } from '../texts/work.ts'
import { invoicePath, money, typeWord } from './work-parts.html.ts'

/** Words of the addresses, by step. */
export const stepPaths: Readonly<Record<WorkStep, string>> = {
  'take-on': 'uebernehmen',
  'check-factually': 'sachlich',
  'check-arithmetically': 'rechnerisch',
  approve: 'freigeben',
  query: 'rueckfrage',
  answer: 'antwort',
  return: 'zurueckgeben',
  agree: 'betrag',
  'assign-account': 'konto',
  link: 'zuordnen',
  note: 'vermerk',
  reopen: 'wiederaufnehmen',
}

export function workForms(frame: Frame, work: ShownWork, problem: WorkProblem | undefined): Html {
  const { may, hints, isMine } = work
  const form = formOf(frame, work, problem)
  const offered: readonly HtmlValue[] = [
    may.has('take-on') && !isMine && form('take-on', '', button(workTexts.takeOn)),
    ...checks(work, form),
    ...hints.map((hint) => html`<p class="fact-rule">${hint}</p>`),
    may.has('assign-account') && assigning(form),
    may.has('link') && refersToEarlier(work.invoice.typeCode) && linking(work, form),
    may.has('query') && writing(form, 'query', [workTexts.query, workTexts.question, workTexts.questionHint, workTexts.send]),
    may.has('answer') && writing(form, 'answer', [workTexts.answer, workTexts.answerText, workTexts.answerHint, workTexts.keep]),
    may.has('agree') && amountToPay(work.invoice) > 0n && agreeing(work, form),
    may.has('return') && writing(form, 'return', [workTexts.return, workTexts.reason, workTexts.returnHint, workTexts.returnNow]),
    may.has('reopen') && writing(form, 'reopen', [workTexts.reopen, workTexts.reason, workTexts.reopenHint, workTexts.reopen]),
    may.has('note') && writing(form, 'note', [workTexts.note, workTexts.note, undefined, workTexts.noteNow]),
  ]
  const isNothing = may.size === 0
  return html`<section class="case-actions" aria-labelledby="actions"><h2 id="actions" class="kern-heading-small">${workTexts.actions}</h2>${
    isNothing ? html`<p>${workTexts.nothingToDo}</p>` : offered
  }</section>`
}

interface Form {
  (step: WorkStep, fields: HtmlValue, act: Html): Html
  readonly frame: Frame
  /** What was typed before it was refused. */
  typed(step: WorkStep, name: string): string | undefined
  error(step: WorkStep, name: string): string | undefined
  isOpen(step: WorkStep): boolean
}

function formOf(frame: Frame, { invoice }: ShownWork, problem: WorkProblem | undefined): Form {
  const isOpen = (step: WorkStep): boolean => problem?.step === stepPaths[step]
  const form = (step: WorkStep, fields: HtmlValue, act: Html): Html =>
    html`<form method="post" action="${frame.href(invoicePath(invoice, `/${stepPaths[step]}`))}" novalidate>${csrfField(frame)}<input type="hidden" name="stand" value="${invoice.version}">${fields}${act}</form>`
  return Object.assign(form, {
    frame,
    isOpen,
    typed: (step: WorkStep, name: string) => (isOpen(step) ? (problem?.typed.get(name) ?? undefined) : undefined),
    error: (step: WorkStep, name: string) => (isOpen(step) && problem?.field === name ? problem.message : undefined),
  })
}

/** Both checks beside each other: who may do both still does only one. */
function checks({ may, invoice }: ShownWork, form: Form): readonly HtmlValue[] {
  const check = (step: WorkStep, label: string, hint: string, kind: 'primary' | 'secondary'): HtmlValue =>
    may.has(step) && form(step, html`<p class="fact-rule">${hint}</p>`, button(label, { kind }))
  const approving = amountToPay(invoice) > 0n ? workTexts.approve : workTexts.approveNothing
  return [
    check('check-factually', workTexts.checkFactually, workTexts.factualHint, 'primary'),
    check(
      'check-arithmetically',
      workTexts.checkArithmetically,
      workTexts.arithmeticalHint,
      may.has('check-factually') ? 'secondary' : 'primary',
    ),
    may.has('approve') &&
      form('approve', html`<p class="fact-rule">${money(amountToPay(invoice), invoice.currency)}</p>`, button(approving)),
  ]
}

/** A step that is a text: summary, label, hint, button. */
function writing(form: Form, step: WorkStep, [summary, label, hint, act]: readonly [string, string, string | undefined, string]): Html {
  const name = `text-${stepPaths[step]}`
  const area = textArea({
    ...{ frame: form.frame, name, label, hint, rows: 3, maxLength: 4000, value: form.typed(step, name), error: form.error(step, name) },
  })
  return details(summary, form(step, area, button(act, { kind: 'secondary' })), { open: form.isOpen(step) })
}

function agreeing({ invoice }: ShownWork, form: Form): Html {
  const amount = textField({
    ...{
      frame: form.frame,
      name: 'betrag',
      label: workTexts.amount,
      hint: workTexts.agreeHint,
      inputMode: 'decimal',
      unit: '€',
      width: 'm',
    },
    value: form.typed('agree', 'betrag') ?? formatEuro(invoice.agreed ?? invoice.payable),
    error: form.error('agree', 'betrag'),
  })
  const reason = textArea({
    ...{
      frame: form.frame,
      name: 'text-betrag',
      label: workTexts.reason,
      rows: 2,
      maxLength: 4000,
      value: form.typed('agree', 'text-betrag'),
    },
    error: form.error('agree', 'text-betrag'),
  })
  return details(workTexts.agree, form('agree', html`${amount}${reason}`, button(workTexts.agreeNow, { kind: 'secondary' })), {
    open: form.isOpen('agree'),
  })
}

function assigning(form: Form): Html {
  const { frame } = form
  const system = radioGroup({
    ...{ frame, name: 'system', label: workTexts.system, inline: true, value: form.typed('assign-account', 'system') ?? 'doppisch' },
    options: (['doppisch', 'kameral'] as const).map((value) => ({ value, label: workTexts.systems[value] })),
  })
  const names = [...assignmentFields.doppisch, ...assignmentFields.kameral]
  const fields = names.map((name) =>
    textField({
      ...{ frame, name, label: workTexts.fields[name] ?? name, maxLength: 100, autocomplete: 'off', optional: true },
      ...{ value: form.typed('assign-account', name), error: form.error('assign-account', name) },
    }),
  )
  const all = html`<p class="fact-rule">${workTexts.assignHint}</p>${system}${fields}`
  return details(workTexts.assign, form('assign-account', all, button(workTexts.assignNow, { kind: 'secondary' })), {
    open: form.isOpen('assign-account'),
  })
}

function linking({ others, invoice }: ShownWork, form: Form): Html {
  if (others.length === 0) return details(workTexts.link, html`<p>${workTexts.noOther}</p>`)
  const choice = selectField({
    ...{ frame: form.frame, name: 'rechnung', label: workTexts.linkTo, value: invoice.corrects, error: form.error('link', 'rechnung') },
    options: others.map((other) => ({
      value: other.invoiceId,
      label: `${typeWord(other)} ${other.number}, ${money(other.payable, other.currency)}`,
    })),
  })
  return details(workTexts.link, form('link', choice, button(workTexts.linkNow, { kind: 'secondary' })), { open: form.isOpen('link') })
}

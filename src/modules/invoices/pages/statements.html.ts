// The view of bank statements: taking one in, and what fitted no payment.
import { dayInGermany, formatDayShort, parseDay } from '#kernel/dates.ts'
import { alert, button, csrfField, dataTable, details, errorSummary, fileField } from '#web/controls/index.ts'
import type { Frame } from '#web/frame.ts'
import { type Html, html } from '#web/html.ts'
import type { UnmatchedEntry } from '../domain/match-statement.ts'
import { payTexts, statementTexts, unmatchedTexts } from '../texts/pay.ts'
import { payPage, statementPath } from './pay-parts.html.ts'

export interface ShownStatement {
  readonly id: string
  readonly takenAt: Date
  readonly takenBy: string
  readonly matched: number
  readonly unmatched: readonly UnmatchedEntry[]
}

export interface StatementsView {
  readonly statements: readonly ShownStatement[]
  readonly problem: string | undefined
  readonly result: { readonly matched: number; readonly unmatched: number } | 'known' | undefined
}

export function statementsPage(frame: Frame, { statements, problem, result }: StatementsView): Html {
  const message = result === 'known' ? statementTexts.known : result && statementTexts.taken(result.matched, result.unmatched)
  const isClean = result !== 'known' && result?.unmatched === 0
  const file = fileField({
    ...{
      frame,
      name: 'auszug',
      label: statementTexts.file,
      hint: statementTexts.fileHint,
      accept: '.xml,application/xml,text/xml',
      error: problem,
    },
  })
  const main = html`${problem !== undefined && errorSummary(frame.language, [{ field: 'auszug', message: problem }])}<h1>${statementTexts.title}</h1><p>${statementTexts.introduction}</p>
${message !== undefined && alert({ kind: isClean ? 'success' : 'info', title: message, announce: true })}
<form method="post" enctype="multipart/form-data" action="${frame.href(statementPath)}" class="pay-form" novalidate>${csrfField(frame)}${file}${button(statementTexts.take)}</form>
<section><h2>${statementTexts.earlier}</h2>${statements.length === 0 ? html`<p>${statementTexts.none}</p>` : taken(statements)}</section>
${statements.filter(({ unmatched }) => unmatched.length > 0).map((statement, index) => unmatchedOf(statement, index === 0))}`
  return payPage(frame, { title: statementTexts.title, tab: 'statement', main, errors: problem === undefined ? 0 : 1 })
}

function taken(statements: readonly ShownStatement[]): Html {
  return dataTable({
    ...{ caption: statementTexts.earlier, hideCaption: true, small: true },
    columns: [
      { label: statementTexts.statement },
      { label: statementTexts.when },
      { label: statementTexts.matched, numeric: true },
      { label: statementTexts.open, numeric: true },
    ],
    rows: statements.map(({ id, takenAt, takenBy, matched, unmatched }) => [
      id,
      `${formatDayShort(dayInGermany(takenAt))}, ${takenBy}`,
      String(matched),
      String(unmatched.length),
    ]),
  })
}

function unmatchedOf({ id, unmatched }: ShownStatement, open: boolean): Html {
  const table = dataTable({
    ...{ caption: statementTexts.unmatched(id, unmatched.length), hideCaption: true, small: true },
    columns: [
      { label: statementTexts.booked },
      { label: statementTexts.why },
      { label: statementTexts.name },
      { label: statementTexts.reference },
      { label: statementTexts.text },
      { label: payTexts.amount, numeric: true },
    ],
    rows: unmatched.map((entry) => [
      dayOf(entry.booked),
      unmatchedTexts[entry.reason],
      entry.name,
      entry.reference,
      entry.text,
      `${entry.direction === 'debit' ? '−' : '+'}${entry.amount.replace('.', ',')} ${entry.currency}`,
    ]),
  })
  return details(statementTexts.unmatched(id, unmatched.length), table, { open })
}

function dayOf(text: string): string {
  const day = parseDay(text)
  return day === undefined ? '–' : formatDayShort(day)
}

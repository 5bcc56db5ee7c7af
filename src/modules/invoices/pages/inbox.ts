// The clerks' inbox of invoices.
import { inTransaction } from '#database'
import type { Staff } from '#kernel/actors.ts'
import { dayInGermany } from '#kernel/dates.ts'
import { listStaff } from '#modules/directory'
import { page, type Reply, type Visit } from '#web'
import type { ReceivingDependencies } from '../dependencies.ts'
import type { InvoiceState } from '../domain/states.ts'
import { filterOf, type InboxTab, readInboxQuery, tabStates } from '../domain/work-filter.ts'
import { shownDay } from '../domain/work-shown.ts'
import { countReceiptsToClear, countWorkInvoices, listWorkInvoices } from '../work-reads.ts'
import { inboxPage } from './inbox.html.ts'

/** The route table lets staff in only; anybody else here is a fault of ours. */
export function staffOf(visit: Visit): Staff {
  if (visit.actor.kind !== 'staff') throw new Error('a page of the workplace without staff')
  return visit.actor
}

export async function showInbox({ database }: ReceivingDependencies, visit: Visit): Promise<Reply> {
  const staff = staffOf(visit)
  const { authority } = staff
  const today = dayInGermany(visit.now)
  const query = readInboxQuery(visit.query)
  const { listed, counts, members, toClear } = await inTransaction(database, { authority }, async (transaction) => ({
    listed: await listWorkInvoices(transaction, authority, filterOf(query, staff.staff, today)),
    counts: await countWorkInvoices(transaction, authority),
    members: await listStaff(transaction, authority),
    toClear: await countReceiptsToClear(transaction, authority),
  }))
  const rows = listed.invoices.map((invoice) => ({
    invoice,
    due: shownDay(invoice.dueOn, invoice, today),
    discount: shownDay(invoice.discountUntil, invoice, today),
    assignee: members.find((member) => member.staff === invoice.assignee)?.name,
    isMine: invoice.assignee === staff.staff,
  }))
  const others = members.filter(
    (member) => member.staff !== staff.staff && member.roles.some((role) => role === 'clerk' || role === 'lead'),
  )
  const choices = others.map((member) => ({ value: member.staff, label: member.name }))
  return page(inboxPage(visit.frame, { query, rows, total: listed.total, counts: tabCounts(counts), staff: choices, toClear }))
}

function tabCounts(counts: ReadonlyMap<InvoiceState, number>): Record<InboxTab, number> {
  const sum = (tab: InboxTab): number => tabStates[tab].reduce((total, state) => total + (counts.get(state) ?? 0), 0)
  return {
    ...{ neu: sum('neu'), pruefung: sum('pruefung'), rueckfrage: sum('rueckfrage'), geprueft: sum('geprueft') },
    ...{ freigegeben: sum('freigegeben'), erledigt: sum('erledigt'), alle: sum('alle') },
  }
}

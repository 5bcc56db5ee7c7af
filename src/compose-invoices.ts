// Puts the invoices together: what they need, and what they bring to the house.
import type { Database } from '#database'
import type { FileStore } from '#files'
import type { JobHandler } from '#jobs'
import { type AccountsDependencies, networkGate } from '#modules/accounts'
import { namesOfAuthorities } from '#modules/directory'
import {
  createInvoiceJudge,
  payRoutes,
  receivingJobs,
  type SupplierDependencies,
  supplierRoutes,
  uploadLimit,
  workRoutes,
} from '#modules/invoices'
import type { Route } from '#web'

export interface Invoices {
  readonly dependencies: SupplierDependencies
  readonly routes: readonly Route[]
  readonly jobs: readonly JobHandler[]
  close(): void
}

export function composeInvoices(database: Database, files: FileStore, accounts: AccountsDependencies): Invoices {
  const judging = createInvoiceJudge()
  const dependencies: SupplierDependencies = { database, files, judging, uploads: networkGate(accounts, uploadLimit) }
  const payerName: Parameters<typeof payRoutes>[0]['payerName'] = async (authority) => {
    const name = (await namesOfAuthorities(database, [authority])).get(authority)
    if (name === undefined) throw new Error(`no authority ${authority}`)
    return name
  }
  return {
    dependencies,
    routes: [...supplierRoutes(dependencies), ...workRoutes(dependencies), ...payRoutes({ database, files, payerName })],
    jobs: receivingJobs(dependencies),
    close: () => judging.close(),
  }
}

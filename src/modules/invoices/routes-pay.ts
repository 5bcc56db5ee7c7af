// The cash office's routes: payment runs, bank statements, overview.
import type { StaffRole } from '#kernel/actors.ts'
import type { Language } from '#kernel/language.ts'
import type { Reply, Route, Visit } from '#web'
import { sendOverview, showOverview } from './pages/overview.ts'
import { overviewPath, runsPath, statementPath } from './pages/pay-parts.html.ts'
import { confirmSupplierAccount, makeRun, release, sendRunFile, showRun, showRuns, withdraw } from './pages/pay-runs.ts'
import { showStatements, takeStatementFile } from './pages/statements.ts'
import type { PayDependencies } from './pay-dependencies.ts'

const paying: readonly StaffRole[] = ['cashier']
const written: readonly Language[] = ['de']

type PageHandler = (dependencies: PayDependencies, visit: Visit) => Promise<Reply>

export function payRoutes(dependencies: PayDependencies): readonly Route[] {
  const get = (path: string, handler: PageHandler): Route => ({
    ...{ method: 'GET', path, permission: { staff: paying }, languages: written },
    handler: (visit) => handler(dependencies, visit),
  })
  const post = (path: string, handler: PageHandler, body: 'form' | 'multipart' = 'form'): Route => ({
    ...{ method: 'POST', path, permission: { staff: paying }, languages: written, body },
    handler: (visit) => handler(dependencies, visit),
  })
  const oneRun = `${runsPath}/:run`
  return [
    get(runsPath, showRuns),
    post(runsPath, makeRun),
    post(`${runsPath}/konto`, confirmSupplierAccount),
    get(oneRun, showRun),
    get(`${oneRun}/datei`, sendRunFile),
    post(`${oneRun}/freigeben`, release),
    post(`${oneRun}/zurueckziehen`, withdraw),
    get(statementPath, showStatements),
    post(statementPath, takeStatementFile, 'multipart'),
    get(overviewPath, showOverview),
    get(`${overviewPath}.csv`, sendOverview),
  ]
}

// The routes of the directory: sign-in and sessions of staff.
import type { Database } from '#database'
import type { Route } from '#web'
import { staffPageRoutes } from './pages/staff-pages.ts'

export function directoryRoutes(dependencies: { readonly database: Database }): readonly Route[] {
  return staffPageRoutes(dependencies.database)
}

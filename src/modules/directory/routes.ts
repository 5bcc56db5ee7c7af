// The routes of the directory: sign-in and sessions of staff, shields of authorities.
import type { Database } from '#database'
import type { Route } from '#web'
import { showArms } from './pages/arms.ts'
import { staffPageRoutes } from './pages/staff-pages.ts'

export function directoryRoutes(dependencies: { readonly database: Database }): readonly Route[] {
  const { database } = dependencies
  return [
    { method: 'GET', path: '/wappen/:slug.svg', permission: 'machine', handler: (visit) => showArms(database, visit) },
    ...staffPageRoutes(database),
  ]
}

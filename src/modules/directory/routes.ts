// The routes of the directory: sign-in and sessions of staff, shields of authorities.
import type { Route } from '#web'
import type { DirectoryDependencies } from './dependencies.ts'
import { showArms } from './pages/arms.ts'
import { secondFactorRoutes } from './pages/second-factor.ts'
import { staffPageRoutes } from './pages/staff-pages.ts'

export function directoryRoutes(dependencies: DirectoryDependencies): readonly Route[] {
  const { database } = dependencies
  return [
    { method: 'GET', path: '/wappen/:slug.svg', permission: 'machine', handler: (visit) => showArms(database, visit) },
    ...staffPageRoutes(dependencies),
    ...secondFactorRoutes(dependencies),
  ]
}

// The workplace's routes: work list, case, dossier, search, documents.
import type { Route } from '#web'
import type { WorkplaceDependencies } from './dependencies.ts'

export function workplaceRoutes(_dependencies: WorkplaceDependencies): readonly Route[] {
  return []
}

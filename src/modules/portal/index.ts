// The face of the portal: its routes and what they need.
export type { AccessRow, DraftRow, MyAreaSources, Operator, PortalDependencies, ThreadRow } from './dependencies.ts'
export { portalRoutes } from './routes.ts'

// The face of the workplace: its routes and what they need.
export type { WorkplaceDependencies } from './dependencies.ts'
export { workplaceRoutes } from './routes.ts'

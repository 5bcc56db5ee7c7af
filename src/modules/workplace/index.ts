// The face of the workplace: its routes.
export { workplaceRoutes } from './routes.ts'

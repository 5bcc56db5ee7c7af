// The layouts: what stands around each page.
export { type PageContent } from './document.ts'
export { errorPage } from './error-page.ts'
export { type ErrorKind } from './error-texts.ts'
export { type PortalPage, portalLayout } from './portal.ts'
export { type WorkplaceLink, type WorkplacePage, workplaceLayout } from './workplace.ts'

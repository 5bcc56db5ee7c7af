// The portal's routes: find, service, authority, life situation, legal pages, my area.
import type { Route } from '#web'
import type { PortalDependencies } from './dependencies.ts'
import { showAuthorities, showAuthority, showWrite } from './pages/authority.ts'
import { showLegal } from './pages/legal.ts'
import { showMyArea } from './pages/my-area.ts'
import { showSearch, suggest } from './pages/search.ts'
import { showService } from './pages/service.ts'
import { showSituation, showSituations } from './pages/situation.ts'
import { showStart } from './pages/start.ts'

const keptSeconds = 60

export function portalRoutes(dependencies: PortalDependencies): readonly Route[] {
  const open = (path: string, handler: Route['handler']): Route => ({
    method: 'GET',
    path,
    permission: 'public',
    cacheSeconds: keptSeconds,
    handler,
  })
  return [
    open('/', (visit) => showStart(dependencies, visit)),
    // Not kept: hardly two people ask the same, and pages kept for nobody cost more than they spare (measured).
    { method: 'GET', path: '/suche', permission: 'public', handler: (visit) => showSearch(dependencies, visit) },
    open('/suche/vorschlaege', (visit) => suggest(dependencies, visit)),
    open('/leistung/:key', (visit) => showService(dependencies, visit)),
    open('/lebenslagen', (visit) => showSituations(dependencies, visit)),
    open('/lebenslage/:key', (visit) => showSituation(dependencies, visit)),
    open('/stellen', (visit) => showAuthorities(dependencies, visit)),
    open('/stelle/:slug', (visit) => showAuthority(dependencies, visit)),
    open('/schreiben/:slug', (visit) => showWrite(dependencies, visit)),
    open('/barrierefreiheit', (visit) => showLegal('accessibility', dependencies, visit)),
    open('/datenschutz', (visit) => showLegal('privacy', dependencies, visit)),
    open('/impressum', (visit) => showLegal('imprint', dependencies, visit)),
    { method: 'GET', path: '/mein', permission: 'public', handler: (visit) => showMyArea(dependencies, visit) },
  ]
}

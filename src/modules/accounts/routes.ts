// Routes of the accounts: signing in, opening an account, the account itself, the OpenID provider.
import { handled, json, type Permission, type Reply, type Route, refuse, type Visit } from '#web'
import { acceptLogoutToken } from './actions/sign-out.ts'
import type { AccountsContext } from './context.ts'
import { backchannelPath, callbackPath } from './openid/clients.ts'
import { interactionPath, mountPath, providerHandler } from './openid/provider.ts'
import * as account from './pages/account.ts'
import * as register from './pages/register.ts'
import * as portal from './pages/sign-in.ts'
import * as steps from './pages/step.ts'

type ContextHandler = (context: AccountsContext, visit: Visit) => Promise<Reply>
type Row = readonly ['GET' | 'POST', string, Permission, ContextHandler]

const step = (path: string) => `${interactionPath}/:uid${path}`
const low: Permission = { person: 'low' }
const substantial: Permission = { person: 'substantial' }

const table: readonly Row[] = [
  ['GET', '/anmelden', 'public', portal.showWays],
  ['POST', '/anmelden', 'owner', portal.startSignIn],
  ['GET', callbackPath, 'public', portal.finishSignIn],
  ['POST', '/abmelden', 'owner', portal.signOut],
  ['GET', '/abgemeldet', 'public', portal.showSignedOut],
  ['GET', step(''), 'public', steps.showStep],
  ['GET', step('/wege'), 'public', steps.showOtherWays],
  ['GET', step('/passwort'), 'public', steps.showPassword],
  ['POST', step('/passwort'), 'owner', steps.takePassword],
  ['GET', step('/code'), 'public', steps.showCode],
  ['POST', step('/code'), 'owner', steps.takeCode],
  ['GET', step('/passkey'), 'public', steps.showPasskey],
  ['POST', step('/passkey'), 'owner', steps.takePasskey],
  ['GET', step('/ausweis'), 'public', steps.showCard],
  ['GET', step('/ausweis/zurueck'), 'public', steps.takeCard],
  ['POST', step('/ausweis/neu'), 'owner', steps.takeNewCard],
  ['GET', step('/weiter'), 'public', steps.showContinue],
  ['POST', step('/abbrechen'), 'owner', steps.giveUp],
  ['GET', step('/neu'), 'public', register.showAddress],
  ['POST', step('/neu'), 'owner', register.takeAddress],
  ['GET', step('/neu/code'), 'public', register.showMailCode],
  ['POST', step('/neu/code'), 'owner', register.takeMailCode],
  ['GET', step('/neu/mittel'), 'public', register.showMeans],
  ['GET', step('/neu/passwort'), 'public', register.showNewPassword],
  ['POST', step('/neu/passwort'), 'owner', register.takeNewPassword],
  ['GET', step('/neu/app'), 'public', register.showApp],
  ['GET', step('/neu/app.svg'), 'public', register.showAppPicture],
  ['POST', step('/neu/app'), 'owner', register.takeApp],
  ['POST', step('/neu/fertig'), 'owner', register.finish],
  ['GET', step('/neu/passkey'), 'public', register.showNewPasskey],
  ['POST', step('/neu/passkey'), 'owner', register.takeNewPasskey],
  ['GET', '/konto', low, account.showAccount],
  ['GET', '/konto/sitzungen', low, account.showSessions],
  ['POST', '/konto/sitzungen/beenden', low, account.takeSessionEnd],
  ['POST', '/konto/ueberall-abmelden', low, account.takeAllSessionsEnd],
  ['GET', '/konto/email', low, account.showEmail],
  ['POST', '/konto/email', low, account.takeEmail],
  ['GET', '/konto/email/code', low, account.showEmailCode],
  ['POST', '/konto/email/code', low, account.takeEmailCode],
  ['GET', '/konto/passkey', low, account.showAddPasskey],
  ['POST', '/konto/passkey', low, account.takeAddPasskey],
  ['POST', '/konto/passkey/entfernen', low, account.takePasskeyRemoval],
  ['GET', '/konto/ausweis', low, account.linkCard],
  ['POST', '/konto/wiederherstellung', substantial, account.takeRecoveryRenewal],
  ['GET', '/konto/loeschen', low, account.showDeletion],
  ['POST', '/konto/loeschen', low, account.takeDeletion],
]

export function accountsRoutes(context: AccountsContext): readonly Route[] {
  const provide = providerHandler(context.provider, context.dependencies.settings.baseUrl)
  return [
    ...table.map(
      ([method, path, permission, handle]): Route => ({
        method,
        path,
        permission,
        ...(method === 'POST' ? { body: 'form' } : {}),
        handler: (visit) => handle(context, visit),
      }),
    ),
    { method: 'POST', path: backchannelPath, permission: 'machine', body: 'form', handler: (visit) => takeLogoutToken(context, visit) },
    {
      method: 'ANY',
      path: `${mountPath}/*`,
      permission: 'machine',
      body: 'raw',
      handler: async (visit) => {
        await provide(visit.raw.request, visit.raw.response)
        return handled()
      },
    },
  ]
}

async function takeLogoutToken({ dependencies }: AccountsContext, visit: Visit): Promise<Reply> {
  const isAccepted = await acceptLogoutToken(dependencies, visit.form.get('logout_token') ?? '')
  return isAccepted ? json({}, { status: 200 }) : refuse('bad-request')
}

// Gives each module what it needs, and collects what each brings: routes, jobs, sessions.
import { join } from 'node:path'
import type { Database, Transaction } from '#database'
import { createRenderer, createSigner, type DocumentRenderer } from '#documents'
import { type ClamdAddress, clamdScanner, createFileStore, type FileStore, folderBlobs } from '#files'
import type { JobHandler } from '#jobs'
import type { AuthorityId, OwnerId } from '#kernel/actors.ts'
import {
  type Accounts,
  type AccountsDependencies,
  accountSettings,
  createAccountKeys,
  demoIdentityCard,
  networkGate,
  notificationAddress,
  openAccounts,
  readAccountKeys,
} from '#modules/accounts'
import { type CasesDependencies, casesJobs, readDecisionTemplates } from '#modules/cases'
import { type Authority, createStaffSessionStore, directoryRoutes, findAuthority } from '#modules/directory'
import {
  type Choice,
  type DraftId,
  type FormsDependencies,
  formsJobs,
  formsRoutes,
  getDraft,
  neighbours,
  readCodeLists,
  receiptLimit,
} from '#modules/forms'
import { mailboxJobs, mailboxRoutes, smtpMail } from '#modules/mailbox'
import { createXbezahldienste, type PaymentsDependencies, paymentsJobs, paymentsRoutes } from '#modules/payments'
import { portalRoutes } from '#modules/portal'
import { workplaceRoutes } from '#modules/workplace'
import type { Route, SessionStore } from '#web'
import { composeInvoices, type Invoices } from './compose-invoices.ts'
import type { Config } from './config.ts'
import type { Keys } from './keys.ts'
import { letterheadOf } from './letterhead.ts'
import { myArea } from './my-area.ts'
import type { SigningMaterial } from './signing.ts'

export interface ComposeInput {
  readonly config: Config
  readonly database: Database
  readonly keys: Keys
  readonly signing: SigningMaterial
  readonly internalAddress: () => string
}

export interface Modules {
  readonly database: Database
  readonly files: FileStore
  readonly accounts: Accounts
  readonly accountsDependencies: AccountsDependencies
  readonly cases: CasesDependencies
  readonly forms: FormsDependencies
  readonly invoices: Invoices
  readonly payments: PaymentsDependencies
  readonly routes: readonly Route[]
  readonly jobs: readonly JobHandler[]
  readonly sessions: { readonly portal: Required<SessionStore>; readonly workplace: SessionStore }
  close(): Promise<void>
}

export async function composeModules(input: ComposeInput): Promise<Modules> {
  const { config, database, keys, signing } = input
  const documents = createRenderer()
  const files = openFiles(config, keys)
  const mail = smtpMail({ url: config.mail.url, from: config.mail.from })
  const baseUrl = config.baseUrl.origin
  const codeLists: ReadonlyMap<string, readonly Choice[]> = new Map((await readCodeLists()).map((list) => [list.name, list.entries]))
  const authorityTheme = async (authority: AuthorityId) => (await findAuthority(database, authority))?.theme

  const accountsDependencies = await composeAccounts(input, async (message) => {
    const result = await mail.send({ ...message, messageId: `<${crypto.randomUUID()}@${config.baseUrl.hostname}>` })
    if (result.kind !== 'accepted') throw new Error(`the mail server answered ${result.reply}`)
  })
  const accounts = await openAccounts(accountsDependencies)
  const payments = composePayments(input, documents)
  const receiptSigner = createSigner(signing.receipts.certificate, signing.receipts.key)
  const receiptChecks = networkGate(accountsDependencies, receiptLimit)
  const forms: FormsDependencies = { database, files, documents, signer: receiptSigner, neighbours, codeLists, receiptChecks, baseUrl }
  const cases: CasesDependencies = {
    ...{ database, files, documents, codeLists },
    signer: createSigner(signing.decisions.certificate, signing.decisions.key),
    templates: await readDecisionTemplates(),
    letterheadOf: async (authority, unit) => {
      const found = await getAuthority(database, authority)
      return { letterhead: letterheadOf(found, unit), seat: found.letterhead.place }
    },
  }
  const mailbox = { database, files, authorityTheme, correctionState: correctionStateOf }
  const invoices = composeInvoices(database, files, accountsDependencies)
  const notices = { database, mail, notificationAddress, baseUrl }

  return {
    ...{ database, files, accounts, accountsDependencies, cases, forms, invoices, payments },
    routes: [
      ...portalRoutes({ database, myArea: myArea(), operator: config.operator }),
      ...accounts.routes,
      ...formsRoutes(forms),
      ...mailboxRoutes(mailbox),
      ...paymentsRoutes(payments),
      ...invoices.routes,
      ...directoryRoutes({ database, sealKey: keys.derive('directory') }),
      ...workplaceRoutes({ database, files, cases, journalKey: keys.derive('journal') }),
    ],
    jobs: [
      ...accounts.jobs,
      ...formsJobs(forms),
      ...mailboxJobs(notices),
      ...paymentsJobs(payments),
      ...invoices.jobs,
      ...casesJobs(cases),
    ],
    sessions: { portal: accounts.sessions, workplace: createStaffSessionStore(database) },
    close: async () => {
      mail.close()
      invoices.close()
      await documents.close()
    },
  }
}

function composePayments({ config, database }: ComposeInput, documents: DocumentRenderer): PaymentsDependencies {
  return {
    ...{ database, documents, baseUrl: config.baseUrl.origin },
    providerOf: async (authority) => {
      const { url, endPointId } = config.paymentProvider
      const originatorId = config.paymentProvider.originatorId ?? (await originatorOf(database, authority))
      return createXbezahldienste({ url: url.href.replace(/\/$/, ''), originatorId, endPointId })
    },
    payeeOf: async (authority) => {
      const found = await getAuthority(database, authority)
      return { theme: found.theme, letterhead: letterheadOf(found) }
    },
  }
}

function openFiles(config: Config, keys: Keys): FileStore {
  const folder = join(config.dataFolder, 'files')
  return createFileStore({
    blobs: folderBlobs(join(folder, 'blobs')),
    uploadFolder: join(folder, 'uploads'),
    masterKey: keys.derive('files'),
    ...(config.clamd === undefined ? {} : { scanner: clamdScanner(clamdAddress(config.clamd)) }),
  })
}

function clamdAddress(text: string): ClamdAddress {
  if (text.startsWith('unix:')) return { path: text.slice('unix:'.length) }
  const [host = '127.0.0.1', port = '3310'] = text.split(':')
  return { host, port: Number(port) }
}

async function composeAccounts(
  { config, database, keys, internalAddress }: ComposeInput,
  send: (message: { to: string; subject: string; text: string }) => Promise<void>,
): Promise<AccountsDependencies> {
  const stored = await keys.document('accounts.json', async () => createAccountKeys())
  return {
    database,
    keys: readAccountKeys(stored),
    settings: accountSettings(config.baseUrl.origin, internalAddress),
    identityCard: config.identityCardUrl === undefined ? undefined : demoIdentityCard({ publicUrl: config.identityCardUrl.origin }),
    mail: { send },
    now: () => new Date(),
  }
}

async function getAuthority(database: Database, authority: AuthorityId): Promise<Authority> {
  const found = await findAuthority(database, authority)
  if (found === undefined) throw new Error(`no authority ${authority}`)
  return found
}

/** Under which name the provider knows an authority: money goes to whoever is named there, so each has its own. */
async function originatorOf(database: Database, authority: AuthorityId): Promise<string> {
  const { slug } = await getAuthority(database, authority)
  return slug.length <= longestOriginator ? slug : authority
}

/** XBezahldienste: at most so many characters. */
const longestOriginator = 36

/** What the mailbox asks of the forms: whether answers to correct have been handed in. */
async function correctionStateOf(transaction: Transaction, owner: OwnerId, draft: DraftId): Promise<'open' | 'handed-in' | undefined> {
  const state = (await getDraft(transaction, owner, draft))?.state
  if (state === 'submitted') return 'handed-in'
  return state === undefined || state === 'expired' ? undefined : 'open'
}

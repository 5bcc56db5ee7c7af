// The demo Land: certificates, accounts, staff, simulators, and what is printed at the start.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction } from '#database'
import { demoPersons, seedPersons } from '#modules/accounts'
import { findAuthorityBySlug, listAuthorities, seedStaff } from '#modules/directory'
import { assignFilePlan } from '#modules/dossiers'
import type { Config } from '../src/config.ts'
import type { House } from '../src/house.ts'
import type { SigningMaterial } from '../src/signing.ts'
import { ensureDemoCertificates } from './certificates/index.ts'
import { startSimulators } from './processes.ts'
import { demoPassword, demoStaff } from './staff.ts'

/** Seals of the local test CA; nobody outside a demonstration may trust them. */
export async function demoSigning(dataFolder: string): Promise<SigningMaterial> {
  return ensureDemoCertificates(join(dataFolder, 'certificates'), new Date())
}

export interface RunningDemo {
  readonly greeting: string
  readonly stop: () => Promise<void>
}

/** Seeds what is missing and starts the simulators beside the house. */
export async function startDemo(config: Config, house: House): Promise<RunningDemo> {
  await house.markDemo()
  if (config.role !== 'worker') await seed(house)
  if (config.role !== 'worker' && config.simulators) await nameOriginators(config, house)
  const simulators = config.role === 'worker' || !config.simulators ? undefined : startSimulators(simulatorsOf(config), () => undefined)
  return { greeting: config.role === 'worker' ? '' : greeting(config), stop: async () => simulators?.stop() }
}

async function seed(house: House): Promise<void> {
  await seedStaff(house.database, demoStaff)
  await seedPersons(house.modules.accountsDependencies, demoPersons)
  for (const slug of ['landratsamt-ilm-kreis']) {
    const authority = await findAuthorityBySlug(house.database, slug)
    if (authority === undefined) continue
    await inTransaction(house.database, { authority: authority.authorityId }, (transaction) =>
      assignFilePlan(transaction, authority.authorityId, 'district'),
    )
  }
}

/** The payment provider's list of customers: each authority under the name that payments carry. */
async function nameOriginators(config: Config, house: House): Promise<void> {
  const folder = join(simulatorFolder(config), 'payment-provider')
  const names = (await listAuthorities(house.database)).map(({ slug, name }) => [slug, name])
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'originators.json'), JSON.stringify(Object.fromEntries(names)))
}

function simulatorFolder(config: Config): string {
  return join(config.dataFolder, 'simulators')
}

function simulatorsOf(config: Config) {
  const data = (name: string) => join(simulatorFolder(config), name)
  const portal = config.baseUrl.origin
  return [
    {
      name: 'Zahlungsdienst',
      folder: 'payment-provider',
      parameters: ['--port', String(config.port + 1), '--folder', data('payment-provider')],
    },
    {
      name: 'Ausweis',
      folder: 'identity-card',
      parameters: [
        '--port',
        String(config.port + 2),
        '--return',
        portal,
        ...demoPersons.flatMap((person) => ['--secret', `${person.email}=${person.totpSecret}`]),
      ],
    },
    {
      name: 'Mail',
      folder: 'mail-catcher',
      parameters: ['--http', String(config.port + 3), '--smtp', String(config.port + 4)],
    },
  ]
}

function greeting(config: Config): string {
  const local = (offset: number) => `http://localhost:${config.port + offset}`
  return `
Rennsteig läuft: ${config.baseUrl.href}

Demo-Zugänge (Kennwort für alle: ${demoPassword})
  Bürgerinnen   ${demoPersons.map((person) => person.email).join(', ')}   Codes: ${local(2)}/authenticator
  Verwaltung    k.brandt, s.vogel (Stadt Ilmenau) · m.hoffmann, d.krause, t.seidel (Landratsamt Ilm-Kreis) · r.weiss (Registratur)
                ${new URL('/arbeit', config.baseUrl).href}
  Simulatoren   Zahlungsdienst ${local(1)} · Ausweis ${local(2)} · Mail ${local(3)}

Zum Ausprobieren
  1. Suchen Sie „Hund anmelden“ in 98693 Ilmenau und senden Sie den Antrag ohne Anmeldung ab.
  2. Bestellen Sie als Erika eine Meldebescheinigung und bezahlen Sie die Gebühr.
  3. Entscheiden Sie als k.brandt über einen Eingang und lesen Sie den Bescheid im Postfach.

Beenden mit Strg+C.
`
}

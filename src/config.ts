// Configuration: every environment variable, typed and checked at start; the only reader of the environment.
import { join, resolve } from 'node:path'
import { StartError } from '#database'

/** What this process does: one process does all; on more machines they are apart. */
export type ProcessRole = 'all' | 'server' | 'worker'

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** Undefined means the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined
  readonly baseUrl: URL
  /** With demo Land, demo accounts and simulators; off is production. */
  readonly demo: boolean
  /** Whether the demo starts its simulators; off where somebody else does. */
  readonly simulators: boolean
  readonly role: ProcessRole
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | undefined
  readonly trustProxy: boolean
  readonly mail: { readonly url: string; readonly from: string }
  /** Without an originator each authority pays in under its own short name. */
  readonly paymentProvider: { readonly url: URL; readonly originatorId: string | undefined; readonly endPointId: string }
  readonly identityCardUrl: URL | undefined
  /** Address of clamd ("unix:/run/clamd.sock" or "host:port"); undefined: files are marked as not scanned. */
  readonly clamd: string | undefined
  readonly signing: { readonly certificateFile: string; readonly keyFile: string } | undefined
  /** Who runs this installation; the legal pages name it. */
  readonly operator: Operator
  readonly logLevel: string
}

export interface Operator {
  readonly name: string
  readonly address: readonly string[]
  readonly email: string
  readonly phone: string | undefined
  /** Where the data protection officer is reached. */
  readonly dataProtectionEmail: string
}

type Environment = Readonly<Record<string, string | undefined>>

const roles: readonly ProcessRole[] = ['all', 'server', 'worker']
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']

/** Reads the settings; throws a StartError whose sentence names the variable that is wrong. */
export function readConfig(given: Environment = process.env): Config {
  // An empty value, as environment files have it, is no value.
  const environment: Environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const demo = readSwitch(environment, 'DEMO', true)
  const port = readPort(environment, 'PORT', 8080)
  const tls = readPair(environment, 'TLS_CERTIFICATE_FILE', 'TLS_KEY_FILE')
  const base = (number: number) => `http://localhost:${number}`
  const config: Config = {
    port,
    host: environment['HOST'] ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    dataFolder: dataFolderOf(environment),
    databaseUrl: readDatabaseUrl(environment),
    baseUrl: readUrl(environment, 'BASE_URL', base(port)),
    demo,
    simulators: demo && readSwitch(environment, 'DEMO_SIMULATORS', true),
    role: readOneOf(environment, 'ROLE', roles, 'all'),
    tls,
    trustProxy: readSwitch(environment, 'TRUST_PROXY', false),
    mail: {
      url: environment['MAIL_URL'] ?? (demo ? `smtp://127.0.0.1:${port + 4}` : ''),
      from: environment['MAIL_FROM'] ?? 'Rennsteig <noreply@rennsteig.example>',
    },
    paymentProvider: {
      url: readUrl(environment, 'PAYMENT_PROVIDER_URL', demo ? base(port + 1) : undefined),
      originatorId: environment['PAYMENT_ORIGINATOR_ID'],
      endPointId: environment['PAYMENT_END_POINT_ID'] ?? 'portal',
    },
    identityCardUrl:
      environment['IDENTITY_CARD_URL'] === undefined && !demo ? undefined : readUrl(environment, 'IDENTITY_CARD_URL', base(port + 2)),
    clamd: environment['CLAMD_ADDRESS'],
    signing: readPair(environment, 'SIGNING_CERTIFICATE_FILE', 'SIGNING_KEY_FILE'),
    operator: readOperator(environment, demo),
    logLevel: readOneOf(environment, 'LOG_LEVEL', logLevels, demo ? 'warn' : 'info'),
  }
  if (!demo) refuseUnsafe(config)
  return config
}

/** Which database the settings mean, also where other settings are wrong: for the sentence on a failed start. */
export function databasePlace(environment: Environment = process.env): Pick<Config, 'databaseUrl' | 'dataFolder'> {
  return { databaseUrl: environment['DATABASE_URL'] || undefined, dataFolder: dataFolderOf(environment) }
}

function dataFolderOf(environment: Environment): string {
  return resolve(environment['DATA_DIR'] || join(import.meta.dirname, '..', 'var'))
}

/** Production starts with what protects people's data, or not at all. */
function refuseUnsafe(config: Config): void {
  if (config.baseUrl.protocol !== 'https:') throw new StartError('In production BASE_URL must begin with https://.')
  if (config.tls === undefined && !config.trustProxy) {
    throw new StartError(
      'In production either TLS_CERTIFICATE_FILE and TLS_KEY_FILE must be set, or TRUST_PROXY=on behind a proxy that ends TLS.',
    )
  }
  if (config.mail.url === '') throw new StartError('In production MAIL_URL must name the mail server.')
  if (config.signing === undefined)
    throw new StartError('In production SIGNING_CERTIFICATE_FILE and SIGNING_KEY_FILE must be set; the demo certificate is refused.')
}

/** The law asks for it by name (§ 5 DDG, Article 13 (1) GDPR), so production has no preset. */
function readOperator(environment: Environment, demo: boolean): Operator {
  const read = (name: string, preset: string): string => {
    const value = environment[name] ?? (demo ? preset : undefined)
    if (value === undefined) throw new StartError(`In production ${name} must be set; the legal notice and the privacy page show it.`)
    return value
  }
  const readEmail = (name: string, preset: string): string => {
    const value = read(name, preset)
    if (!/^[^\s@<>]+@[^\s@<>]+$/.test(value)) throw new StartError(`${name} must be a mail address, not "${value}".`)
    return value
  }
  return {
    name: read('OPERATOR_NAME', 'Rennsteig Demonstration'),
    address: read('OPERATOR_ADDRESS', 'Demo-Land, keine echte Behörde')
      .split(',')
      .map((line) => line.trim()),
    email: readEmail('OPERATOR_EMAIL', 'post@rennsteig.example'),
    phone: environment['OPERATOR_PHONE'],
    dataProtectionEmail: readEmail('OPERATOR_DATA_PROTECTION_EMAIL', 'datenschutz@rennsteig.example'),
  }
}

function readSwitch(environment: Environment, name: string, preset: boolean): boolean {
  const value = environment[name]?.toLowerCase()
  if (value === undefined || value === '') return preset
  if (['on', 'true', '1', 'yes'].includes(value)) return true
  if (['off', 'false', '0', 'no'].includes(value)) return false
  throw new StartError(`${name} must be "on" or "off", not "${value}".`)
}

function readPort(environment: Environment, name: string, preset: number): number {
  const value = environment[name]
  if (value === undefined || value === '') return preset
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_000)
    throw new StartError(`${name} must be a number from 1 to 65000, not "${value}".`)
  return port
}

function readOneOf<Word extends string>(environment: Environment, name: string, words: readonly Word[], preset: Word): Word {
  const value = environment[name]
  if (value === undefined || value === '') return preset
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) throw new StartError(`${name} must be one of ${words.join(', ')}, not "${value}".`)
  return word
}

function readUrl(environment: Environment, name: string, preset: string | undefined): URL {
  const value = environment[name] ?? preset
  if (value === undefined) throw new StartError(`${name} must be set in production.`)
  if (!URL.canParse(value)) throw new StartError(`${name} must be an address such as https://portal.example, not "${value}".`)
  return new URL(value)
}

function readDatabaseUrl(environment: Environment): string | undefined {
  const value = environment['DATABASE_URL']
  if (value === undefined || value === '') return undefined
  if (!/^postgres(ql)?:\/\//.test(value)) throw new StartError('DATABASE_URL must begin with postgresql://.')
  return value
}

function readPair(environment: Environment, certificate: string, key: string): { certificateFile: string; keyFile: string } | undefined {
  const certificateFile = environment[certificate]
  const keyFile = environment[key]
  if (certificateFile === undefined && keyFile === undefined) return undefined
  if (certificateFile === undefined || keyFile === undefined) throw new StartError(`${certificate} and ${key} must be set together.`)
  return { certificateFile, keyFile }
}

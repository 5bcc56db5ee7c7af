// What the environment says to the tools; the product itself reads its environment in src/config.ts.

export interface TestSettings {
  /** A PostgreSQL server to test on instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** The running server that the test runner gives to its files. */
  readonly testServer: string | undefined
  readonly concurrency: number
  /** Seed of the random tests; undefined draws a new one, which fast-check prints when it finds something. */
  readonly propertySeed: number | undefined
  /** Official schemas, rules and test cases, outside the project. */
  readonly standardsFolder: string
  /** In CI a checker that is missing is a failure, elsewhere a stated omission. */
  readonly isCi: boolean
}

export function readTestSettings(environment: Readonly<Record<string, string | undefined>> = process.env): TestSettings {
  return {
    databaseUrl: environment['DATABASE_URL'],
    testServer: environment['TEST_SERVER'],
    concurrency: Number(environment['TEST_CONCURRENCY'] ?? 2),
    standardsFolder: environment['STANDARDS_DIR'] ?? new URL('../../shared/standards', import.meta.url).pathname,
    propertySeed: seedOf(environment['PROPERTY_SEED'] ?? (environment['CI'] === 'true' ? '20261123' : undefined)),
    isCi: environment['CI'] === 'true',
  }
}

function seedOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text)
}

// Production mode: what it refuses, and one start with a certificate over https.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { answers, type Environment, freePort, mainProgram, makeFolder, query, run, until } from './houses.ts'

const folder = makeFolder()
const dataFolder = join(folder, 'house')
const certificateFile = join(folder, 'certificate.pem')
const keyFile = join(folder, 'key.pem')
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const skip = hasOpenssl ? false : 'openssl is not here'
let port = 0

/** Everything that production asks for; a test takes one thing away. */
function whole(): Record<string, string> {
  return {
    DEMO: 'off',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataFolder,
    BASE_URL: `https://localhost:${port}`,
    TLS_CERTIFICATE_FILE: certificateFile,
    TLS_KEY_FILE: keyFile,
    MAIL_URL: 'smtp://127.0.0.1:9',
    PAYMENT_PROVIDER_URL: 'https://pay.example',
    SIGNING_CERTIFICATE_FILE: certificateFile,
    SIGNING_KEY_FILE: keyFile,
    OPERATOR_NAME: 'Landkreis Muster',
    OPERATOR_ADDRESS: 'Am Markt 7, 98693 Ilmenau',
    OPERATOR_EMAIL: 'portal@muster.example',
    OPERATOR_DATA_PROTECTION_EMAIL: 'datenschutz@muster.example',
  }
}

function without(...names: readonly string[]): Environment {
  return Object.fromEntries(Object.entries(whole()).filter(([name]) => !names.includes(name)))
}

async function refuses(sentence: RegExp, environment: Environment): Promise<void> {
  const ending = await run(mainProgram, { environment }).ended
  assert.match(ending.stderr, sentence)
  assert.match(ending.stderr, /^[^\n]+\.\n$/, 'one sentence on one line')
  assert.equal(ending.code, 1)
}

before(async () => {
  port = await freePort()
  const wish = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-days', '2', '-nodes']
  spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    ...wish,
    '-keyout',
    keyFile,
    '-out',
    certificateFile,
  ])
})

test('production refuses to start without what protects people', { skip }, async () => {
  await refuses(/^In production BASE_URL must begin with https/, { ...whole(), BASE_URL: `http://localhost:${port}` })
  await refuses(/^In production either TLS_CERTIFICATE_FILE/, without('TLS_CERTIFICATE_FILE', 'TLS_KEY_FILE'))
  await refuses(/^In production MAIL_URL must/, without('MAIL_URL'))
  await refuses(/^PAYMENT_PROVIDER_URL must be set/, without('PAYMENT_PROVIDER_URL'))
  await refuses(/^In production SIGNING_CERTIFICATE_FILE/, without('SIGNING_CERTIFICATE_FILE', 'SIGNING_KEY_FILE'))
  await refuses(/^In production OPERATOR_NAME must be set/, without('OPERATOR_NAME'))
  await refuses(/^The file or folder \/nowhere does not exist/, { ...whole(), TLS_KEY_FILE: '/nowhere' })
})

test('production answers over https, without demo accounts and simulators, and the demo keeps away from it', { skip }, async () => {
  const started = run(mainProgram, { environment: whole() })
  const early = started.ended.then((ending) => assert.fail(`ended: ${ending.stderr}`))
  early.catch(() => undefined)
  await Promise.race([early, until(async () => (await ask('/health/ready')).status === 200, 'production is ready')])
  const page = await ask('/')
  assert.equal(page.status, 200)
  assert.match(String(page.headers['strict-transport-security']), /max-age=\d{7,}/)
  for (const offset of [1, 2, 3]) assert.equal(await answers(`http://127.0.0.1:${port + offset}/`), false)
  assert.deepEqual(await query(dataFolder, 'select 1 from accounts.account'), [])
  assert.deepEqual(await query(dataFolder, 'select 1 from directory.staff'), [])
  started.child.kill('SIGTERM')
  const ending = await started.ended
  assert.equal(ending.code, 0, ending.stderr)
  assert.doesNotMatch(ending.stdout, /Demo|rennsteig-demo/)
  await refuses(/^The keys in .* belong to a production installation; set DEMO=off/, { DATA_DIR: dataFolder, PORT: String(port) })
})

test('production refuses the keys and the database of the demo', { skip }, async () => {
  const demo = join(folder, 'demo')
  const once = run(mainProgram, { environment: { DATA_DIR: demo, PORT: String(port) } })
  await until(() => answers(`http://127.0.0.1:${port}/health/ready`), 'the demo is ready')
  await refuses(/were used in demo mode; production needs a new DATA_DIR/, { ...whole(), PORT: String(await freePort()), DATA_DIR: demo })
  const database = `postgresql://rennsteig@${encodeURIComponent(join(demo, 'socket'))}/rennsteig`
  await refuses(/^This database holds the demo Land/, {
    ...whole(),
    PORT: String(await freePort()),
    DATA_DIR: join(folder, 'other'),
    DATABASE_URL: database,
  })
  once.child.kill('SIGTERM')
  assert.equal((await once.ended).code, 0)
})

function ask(path: string): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve) => {
    const request = get({ host: 'localhost', port, path, ca: readFileSync(certificateFile), family: 4 }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
    request.once('error', () => resolve({ status: 0, headers: {} }))
  })
}

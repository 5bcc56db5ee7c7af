// The operator makes a login for staff while the program runs.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { startProgram } from '#test/harness/program.ts'

const program = await startProgram({ DEMO_SIMULATORS: 'off' })
const tool = join(import.meta.dirname, '..', '..', 'tools', 'staff.ts')

async function runStaff(password: string, ...parameters: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [tool, ...parameters], { env: { PATH: process.env['PATH'], DATA_DIR: program.dataFolder } })
  child.stdin.end(password)
  const [said, complained, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { code, said: said + complained }
}

async function signIn(login: string, password: string): Promise<string> {
  const response = await fetch(`${program.baseUrl}/arbeit/anmelden`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ login, password }),
    redirect: 'manual',
  })
  return response.headers.get('location') ?? String(response.status)
}

test('a login made by the operator signs in, with its own password only', async () => {
  const made = await runStaff('ein-langes-kennwort', 'stadt-erfurt', 't.test', 'Tina Test', 'Kasse', 'clerk')
  assert.deepEqual([made.code, made.said.includes('t.test may sign in')], [0, true], made.said)
  assert.match(await signIn('t.test', 'ein-langes-kennwort'), /^\/arbeit/)
  assert.doesNotMatch(await signIn('t.test', 'ein-anderes-kennwort'), /^\/arbeit$/)
})

test('a short password, an unknown role and an unknown authority are refused in one sentence', async () => {
  for (const [password, authority, role] of [
    ['kurz', 'stadt-erfurt', 'clerk'],
    ['ein-langes-kennwort', 'stadt-erfurt', 'boss'],
    ['ein-langes-kennwort', 'stadt-nirgendwo', 'clerk'],
  ] as const) {
    const refused = await runStaff(password, authority, 'x.test', 'X', 'Y', role)
    assert.equal(refused.code, 1)
    assert.equal(refused.said.trim().split('\n').length, 1, refused.said)
  }
})

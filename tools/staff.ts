// `npm run staff -- AUTHORITY LOGIN NAME UNIT ROLES`: makes or changes a member of staff; the password comes by standard input.
import { text } from 'node:stream/consumers'
import { openDatabase, openPool, StartError } from '#database'
import { type StaffRole, staffRoles } from '#kernel/actors.ts'
import { findAuthorityBySlug, resetFactor, seedStaff } from '#modules/directory'
import { readConfig } from '../src/config.ts'
import { findServer } from '../src/reach-database.ts'
import { runTool } from './run-tool.ts'

const shortestPassword = 12
const usage = 'Say: npm run staff -- stadt-ilmenau k.brandt "Katrin Brandt" Bürgerservice clerk,lead  (the password on standard input)'

await runTool(async (parameters) => {
  if (parameters[0] === '--reset-second-factor') return resetSecondFactor(parameters[1], parameters[2])
  const [authority, login, name, unit, roleText] = parameters
  if (authority === undefined || login === undefined || name === undefined || unit === undefined || roleText === undefined)
    throw new StartError(usage)
  const roles = roleText.split(',').map(readRole)
  const password = (await text(process.stdin)).trim()
  if (password.length < shortestPassword)
    throw new StartError(`The password needs ${shortestPassword} characters or more; give it on standard input.`)
  const { url, cluster } = await findServer(readConfig())
  const database = openDatabase(openPool({ url, role: 'rennsteig_app' }))
  try {
    if ((await findAuthorityBySlug(database, authority)) === undefined)
      throw new StartError(`There is no authority "${authority}"; its name stands in its address /stelle/….`)
    await seedStaff(database, [{ authority, login, name, unit, roles, password }])
    return `${login} may sign in at /arbeit as ${roles.join(', ')} of ${authority}. The password of a login that was there stays as it was.`
  } finally {
    await database.close()
    if (cluster?.started === true) await cluster.stop()
  }
})

/** Somebody has lost the phone: the next sign-in asks for the password alone. */
async function resetSecondFactor(authority: string | undefined, login: string | undefined): Promise<string> {
  if (authority === undefined || login === undefined)
    throw new StartError('Say: npm run staff -- --reset-second-factor stadt-ilmenau k.brandt')
  const { url, cluster } = await findServer(readConfig())
  const database = openDatabase(openPool({ url, role: 'rennsteig_app' }))
  try {
    const found = await findAuthorityBySlug(database, authority)
    if (found === undefined || !(await resetFactor(database, found.authorityId, login, new Date())))
      throw new StartError(`"${login}" of "${authority}" has no second factor.`)
    return `${login} signs in with the password alone, and can set up a second factor at /arbeit/zweiter-faktor.`
  } finally {
    await database.close()
    if (cluster?.started === true) await cluster.stop()
  }
}

function readRole(word: string): StaffRole {
  const role = staffRoles.find((known) => known === word.trim())
  if (role === undefined) throw new StartError(`"${word}" is no role; roles are ${staffRoles.join(', ')}.`)
  return role
}

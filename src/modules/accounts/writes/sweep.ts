// Sweeping: rows past their time, which policies show to anybody for deletion only after they have expired.
import { type Database, inTransaction } from '#database'

/** Removes what has expired, by the database's clock. */
export async function sweepExpired(database: Database): Promise<void> {
  await inTransaction(database, {}, async ({ sql }) => {
    await sql`delete from accounts.oidc_record where expires_at < now()`
    await sql`delete from accounts.sign_in where expires_at < now()`
    await sql`delete from accounts.attempt where expires_at < now()`
    await sql`delete from accounts.locator where expires_at < now()`
    await sql`delete from accounts.session where expires_at < now()`
    await sql`delete from accounts.sign_in_request where expires_at < now()`
  })
}

// What a backup holds, for writing and reading alike.
import type pg from 'pg'
import { StartError } from '#database'

export interface Manifest {
  readonly format: 1
  readonly madeAt: string
  /** Number of the last migration; a restore needs a program that knows it. */
  readonly migrations: number
  /** Rows per table. */
  readonly tables: Record<string, number>
  readonly files?: number
}

/** Tables that the program makes anew by itself. */
const left = ["'database.migration'", "'pgboss.version'", "'pgboss.bam'"]

/** All tables with content of ours, in an order in which foreign keys find what they point to. */
export async function listTables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`
    select c.oid::regclass::text as name,
      array(select distinct f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
      and (n.nspname || '.' || c.relname) not in (${left.join(', ')}) and not c.relispartition or (c.relispartition and c.relkind = 'r')
    order by 1`)
  const ordered: string[] = []
  const waiting = new Map(rows.map((row) => [row.name, new Set(row.needs)]))
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, needs]) => [...needs].every((name) => !waiting.has(name))).map(([name]) => name)
    if (ready.length === 0) throw new StartError('The tables point to each other in a circle; no order of loading exists.')
    for (const name of ready) waiting.delete(name)
    ordered.push(...ready)
  }
  return ordered
}

export function tableFile(table: string): string {
  return `database/${table}.copy`
}

/** Row-level security hides rows even from their owner, so only a role that may look past it can copy all of them. */
export async function refuseWithoutFullSight(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sees: boolean }>(
    'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
  )
  if (rows[0]?.sees !== true)
    throw new StartError(
      'The database role needs BYPASSRLS for backup and restore; or use pg_dump for the database and copy DATA_DIR/files and DATA_DIR/keys.',
    )
}

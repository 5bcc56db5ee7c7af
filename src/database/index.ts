// The face of the database: handle, scope, transactions, migrations, the embedded server.
export { openPool } from './connection.ts'
export {
  type Database,
  fragment,
  inKeeperTransaction,
  inOneReading,
  inReading,
  inTransaction,
  openDatabase,
  type Queryable,
  type Scope,
  type Sql,
  statements,
  type Transaction,
} from './database.ts'
export { type Cluster, startCluster, startThrowAwayCluster } from './embedded.ts'
export { MigrationError, migrate, readMigrations } from './migrations.ts'
export { createDatabase, prepareDatabase } from './prepare.ts'
export { StartError } from './start-error.ts'

import * as TE from 'fp-ts/TaskEither'
import type { Pool, PoolClient } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { throwableStoreError } from '../throwable-store-error'
import { sqlStateOf, postgresUnavailable } from './postgres-failure'
import { withPoolClient } from './with-pool-client'

/** What a step uses to run SQL. */
export interface SchemaMigrationBuilder {
  readonly sql: (statements: string) => void
}

/** One step of a schema: a module of its own. A released step is never changed. */
interface SchemaStep {
  readonly up: (migrating: SchemaMigrationBuilder) => void
}

/** A schema and its steps to the newest version. Their names begin with their numbers. */
export interface SchemaSteps {
  readonly schema: string
  readonly steps: Readonly<Record<string, SchemaStep>>
}

const migrationsTable = 'migrations'

/** SQLSTATEs: the table or the schema does not exist. */
const undefinedTableOrSchema = ['42P01', '3F000']

const completedSteps = async (client: PoolClient, schema: string): Promise<ReadonlyArray<string>> => {
  try {
    const { rows } = await client.query<{ readonly name: string }>(`SELECT name FROM ${schema}.${migrationsTable}`)
    return rows.map(({ name }) => name)
  } catch (error) {
    if (undefinedTableOrSchema.includes(sqlStateOf(error) ?? '')) return []
    throw error
  }
}

const silentLogger = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The runner wants a folder with files. It finds this file, and `migrationLoaderStrategies` replaces it by the steps. */
const migrationsFolder = { dir: __dirname, ignorePattern: '(?!migrate-postgres-schema\\.[jt]s$).*' }

const migrationUnits = (steps: SchemaSteps['steps']) =>
  Object.keys(steps)
    .sort()
    .flatMap((name) => {
      const up = steps[name]?.up
      return up === undefined ? [] : [{ id: name, filePaths: [name], actions: { up } }]
    })

const runSteps = async (client: PoolClient, { schema, steps }: SchemaSteps): Promise<void> => {
  const { runner } = await import('node-pg-migrate')
  await runner({
    dbClient: client,
    ...migrationsFolder,
    migrationLoaderStrategies: [{ extensions: ['.js', '.ts'], loader: () => Promise.resolve(migrationUnits(steps)) }],
    migrationsTable,
    schema,
    createSchema: true,
    direction: 'up',
    singleTransaction: true,
    advisoryLockMode: 'wait',
    logger: silentLogger,
  })
}

/** node-pg-migrate wraps an error of the server and leaves out its code. */
const causeOf = (error: unknown): unknown => (error instanceof Error && error.cause !== undefined ? error.cause : error)

/** Makes a pool for migrations: the driver gives up a statement after the time-out of its pool. */
type CreateMaintenancePool = () => Pool

const migratePool = async (
  pool: Pool,
  schemaSteps: SchemaSteps,
  createMaintenancePool: CreateMaintenancePool,
): Promise<Pool> => {
  const knownSteps = Object.keys(schemaSteps.steps)
  const completed = await withPoolClient(pool)((client) => completedSteps(client, schemaSteps.schema))
  if (completed.some((name) => !knownSteps.includes(name)))
    throw throwableStoreError({
      _tag: 'StoreUnavailable',
      reason: 'the database was made by a later release: use that release, or restore a backup from before it',
    })
  if (completed.length === knownSteps.length) return pool
  const maintenance = createMaintenancePool()
  try {
    await withPoolClient(maintenance)((client) => runSteps(client, schemaSteps))
  } finally {
    await maintenance.end()
  }
  return pool
}

/**
 * Migrates a schema to its newest version: all steps in one transaction, one process at a time. A schema that is up to
 * date is only read, so the service needs no right to change a schema. A schema of a later release is StoreUnavailable.
 * The migrations table stores the time of each migration, which only tells when a release was installed.
 */
export const migratePostgresSchema =
  (steps: SchemaSteps, createMaintenancePool: CreateMaintenancePool) =>
  (pool: Pool): TE.TaskEither<StoreUnavailable, Pool> =>
    TE.tryCatch(
      () => migratePool(pool, steps, createMaintenancePool),
      (error) => postgresUnavailable(causeOf(error)),
    )

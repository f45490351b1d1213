import * as TE from 'fp-ts/TaskEither'
import type { Pool, PoolClient } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeError } from '../store-error'
import { sqlStateOf, storeUnavailable } from './failure'
import { withClient } from './with-client'

/** What a step of a migration gets. */
export interface Migrating {
  readonly sql: (statements: string) => void
}

/** A step: a module of its own, which is never changed once it is released. */
export interface Step {
  readonly up: (migrating: Migrating) => void
}

/** A schema, and the steps that lead to its newest form, by names that begin with their numbers. */
export interface Steps {
  readonly schema: string
  readonly steps: Readonly<Record<string, Step>>
}

const table = 'migrations'

/** Neither the table nor the schema is there yet. */
const notThere = ['42P01', '3F000']

const stepsDone = async (client: PoolClient, schema: string): Promise<ReadonlyArray<string>> => {
  try {
    const { rows } = await client.query<{ readonly name: string }>(`SELECT name FROM ${schema}.${table}`)
    return rows.map(({ name }) => name)
  } catch (error) {
    if (notThere.includes(sqlStateOf(error) ?? '')) return []
    throw error
  }
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The runner looks into a folder for files; what it finds there stands for the steps, which are compiled in. */
const here = { dir: __dirname, ignorePattern: '(?!migrate\\.[jt]s$).*' }

const unitsOf = (steps: Steps['steps']) =>
  Object.keys(steps)
    .sort()
    .flatMap((name) => {
      const up = steps[name]?.up
      return up === undefined ? [] : [{ id: name, filePaths: [name], actions: { up } }]
    })

const run = async (client: PoolClient, { schema, steps }: Steps): Promise<void> => {
  const { runner } = await import('node-pg-migrate')
  await client.query('SET statement_timeout = 0')
  await runner({
    dbClient: client,
    ...here,
    migrationLoaderStrategies: [{ extensions: ['.js', '.ts'], loader: () => Promise.resolve(unitsOf(steps)) }],
    migrationsTable: table,
    schema,
    createSchema: true,
    direction: 'up',
    singleTransaction: true,
    advisoryLockMode: 'wait',
    logger: quiet,
  })
}

/** The library of migrations wraps an error of the server and leaves out its code. */
const unwrapped = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error

const bring = async (pool: Pool, steps: Steps): Promise<Pool> => {
  const known = Object.keys(steps.steps)
  const done = await withClient(pool)((client) => stepsDone(client, steps.schema))
  if (done.some((name) => !known.includes(name)))
    throw storeError({ _tag: 'StoreUnavailable', reason: 'the database was made by a later release' })
  if (done.length === known.length) return pool
  const client = await pool.connect()
  // The runner leaves the session with another search path: it is not given back.
  await run(client, steps).finally(() => client.release(true))
  return pool
}

/**
 * Brings a schema to its newest form, all steps in one transaction, one process at a time. Where nothing is to be
 * done nothing but reading is asked of the role, so that a service needs no right to change a schema. A schema made by
 * a later release is StoreUnavailable. The time of a migration is kept in its table: it is that of a release.
 */
export const migrate =
  (steps: Steps) =>
  (pool: Pool): TE.TaskEither<StoreUnavailable, Pool> =>
    TE.tryCatch(
      () => bring(pool, steps),
      (error) => storeUnavailable(unwrapped(error)),
    )

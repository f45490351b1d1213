import { readdirSync } from 'node:fs'
import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import type { Pool, PoolClient } from 'pg'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import { sqlStateOf, storeUnavailable, thrown } from './failure'
import { withClient } from './with-client'

/** What a step of a migration gets. */
export interface Migrating {
  readonly sql: (statements: string) => void
}

/** A step: a module of its own, named by its number, which is never changed once it is released. */
export interface Step {
  readonly up: (migrating: Migrating) => void
}

/** A schema, and the folder of the steps that lead to its newest form. */
export interface Steps {
  readonly schema: string
  readonly folder: string
}

const table = 'migrations'
const isStep = /^\d{4}-[a-z-]+\.[jt]s$/
const notSteps = '(?!\\d{4}-[a-z-]+\\.[jt]s$).*'

const stepsIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder)
    .filter((file) => isStep.test(file))
    .map((file) => path.parse(file).name)
    .sort()

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

const load = (files: ReadonlyArray<string>) =>
  Promise.all(
    files.map(async (file) => ({ id: file, filePaths: [file], actions: { up: ((await import(file)) as Step).up } })),
  )

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

const run = async (client: PoolClient, { schema, folder }: Steps): Promise<void> => {
  const { runner } = await import('node-pg-migrate')
  await client.query('SET statement_timeout = 0')
  await runner({
    dbClient: client,
    dir: folder,
    ignorePattern: notSteps,
    migrationLoaderStrategies: [{ extensions: ['.js', '.ts'], loader: load }],
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
  const known = stepsIn(steps.folder)
  const done = await withClient(pool)((client) => stepsDone(client, steps.schema))
  if (done.some((name) => !known.includes(name)))
    throw thrown({ _tag: 'StoreUnavailable', reason: 'the database was made by a later release' })
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

import { createHmac } from 'node:crypto'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import { sqlStateOf, postgresUnavailable } from '../../../stores/postgres/postgres-failure'
import { heartbeatIntervalMs, maxKeyInMemoryMs, type ProcessRegistry } from '../../process-registry/process-registry'
import { postgresEpochSteps } from './postgres-epoch-steps'

/** The random id of a process, and the lasting id of its data folder. */
export interface ProcessIdentity {
  readonly process: string
  readonly folder: string
  /** A secret that only the processes of the library know. */
  readonly registrySecret: Uint8Array
}

/** Also removes the processes that ended without unregistering: they hold no key any more. */
const upsertProcess = `WITH ended AS (
    DELETE FROM coordination.processes WHERE until <= clock_timestamp() AND process <> $1
  ) INSERT INTO coordination.processes (process, folder, answered, until)
  VALUES ($1, $2, 0, clock_timestamp() + $3 * interval '1 millisecond')
  ON CONFLICT (process) DO UPDATE SET until = excluded.until`
const nextQuestion = `UPDATE coordination.question SET number = number + (about <> $1)::integer, about = $1
  RETURNING number::integer`
const currentQuestion = 'SELECT number::integer FROM coordination.question'
const recordAnswer = 'UPDATE coordination.processes SET answered = $2 WHERE process = $1'
const findUnanswered = 'SELECT FROM coordination.processes WHERE until > clock_timestamp() AND answered < $1 LIMIT 1'
const deleteProcess = 'DELETE FROM coordination.processes WHERE process = $1 OR until <= clock_timestamp()'

const readOrMakeSecret = `WITH made AS (
    INSERT INTO coordination.secrets (folder, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING secret
  ) SELECT secret FROM made UNION ALL SELECT secret FROM coordination.secrets WHERE folder = $1`
/** Copies of a folder share one secret: it is deleted when one of their processes has not confirmed. */
const deleteSecrets = `DELETE FROM coordination.secrets s WHERE NOT coalesce((
    SELECT bool_and(p.answered >= $1) FROM coordination.processes p
    WHERE p.folder = s.folder AND p.until > clock_timestamp()
  ), false)`
const vacuumSecrets = 'VACUUM coordination.secrets'

/** Ms after a heartbeat for which a process counts as registered. */
const registrationMs = maxKeyInMemoryMs + heartbeatIntervalMs

const insufficientPrivilege = '42501'

/** The process registry in PostgreSQL. Its tables do not show which scopes were erased. */
export const postgresProcessRegistry = (
  pool: Pool,
  { process, folder, registrySecret }: ProcessIdentity,
): ProcessRegistry => {
  const attempt = <A>(work: () => Promise<A>) => TE.tryCatch(work, postgresUnavailable)
  const execute = (text: string, values: ReadonlyArray<unknown>) =>
    attempt(async () => {
      await pool.query(text, [...values])
    })
  const queryNumber = (text: string, values: ReadonlyArray<unknown> = []) =>
    attempt(async () => (await pool.query<{ readonly number: number }>(text, [...values])).rows[0]?.number ?? 0)
  /** The same digest for the same request. Without the secret it cannot be computed from the logs. */
  const digestOf = (about: ReadonlyArray<string>): Buffer =>
    createHmac('sha256', registrySecret)
      .update(`question\n${[...about].sort().join('\n')}`)
      .digest()
  return {
    heartbeat: execute(upsertProcess, [process, folder, registrationMs]),
    requestEviction: (about) => queryNumber(nextQuestion, [digestOf(about)]),
    latestEvictionRequest: queryNumber(currentQuestion),
    confirmEviction: (request) => execute(recordAnswer, [process, request]),
    allConfirmed: (request) => attempt(async () => (await pool.query(findUnanswered, [request])).rowCount === 0),
    folderSecret: attempt(async () => {
      const { rows } = await pool.query<{ readonly secret: Buffer }>(readOrMakeSecret, [folder, randomBytes(32)])
      return rows[0]?.secret ?? Promise.reject(new Error('no secret was made'))
    }),
    revokeFolderSecrets: (request) =>
      attempt(async () => {
        const { rowCount } = await pool.query(deleteSecrets, [request])
        if ((rowCount ?? 0) > 0)
          await pool.query(vacuumSecrets).catch((error: unknown) => {
            if (sqlStateOf(error) !== insufficientPrivilege) throw error
          })
      }),
    ...postgresEpochSteps(pool, process),
    confirmationTimeMs: registrationMs + heartbeatIntervalMs,
    unregister: execute(deleteProcess, [process]),
  }
}

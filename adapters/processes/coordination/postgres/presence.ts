import { createHmac } from 'node:crypto'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import { randomBytes } from '../../../../retention/sealing/random-bytes'
import { sqlStateOf, storeUnavailable } from '../../../stores/postgres/failure'
import { betweenSigns, keysMayBeHeld, type Presence } from '../presence'

/** A process, under a random id for as long as it runs, and the data folder it has, under another that lasts. */
export interface Here {
  readonly process: string
  readonly folder: string
  /** All processes of the library know it, and nobody else. */
  readonly secret: Uint8Array
}

const sign = `INSERT INTO coordination.processes (process, folder, answered, until)
  VALUES ($1, $2, 0, clock_timestamp() + $3 * interval '1 millisecond')
  ON CONFLICT (process) DO UPDATE SET until = excluded.until`
const ask = `UPDATE coordination.question SET number = number + (about <> $1)::integer, about = $1
  RETURNING number::integer`
const asked = 'SELECT number::integer FROM coordination.question'
const answer = 'UPDATE coordination.processes SET answered = $2 WHERE process = $1'
const silent = 'SELECT FROM coordination.processes WHERE until > clock_timestamp() AND answered < $1 LIMIT 1'
const leave = 'DELETE FROM coordination.processes WHERE process = $1 OR until <= clock_timestamp()'

const secret = `WITH made AS (
    INSERT INTO coordination.secrets (folder, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING secret
  ) SELECT secret FROM made UNION ALL SELECT secret FROM coordination.secrets WHERE folder = $1`
/** A folder that was copied has several processes: one that has not answered is enough. */
const forsake = `DELETE FROM coordination.secrets s WHERE NOT coalesce((
    SELECT bool_and(p.answered >= $1) FROM coordination.processes p
    WHERE p.folder = s.folder AND p.until > clock_timestamp()
  ), false)`
const sweep = 'VACUUM coordination.secrets'

const mayNot = '42501'

/** Which processes there are; who reads this table learns nothing of what they read. */
export const postgresPresence = (pool: Pool, { process, folder, secret: known }: Here): Presence => {
  const attempt = <A>(work: () => Promise<A>) => TE.tryCatch(work, storeUnavailable)
  const run = (text: string, values: ReadonlyArray<unknown>) =>
    attempt(async () => {
      await pool.query(text, [...values])
    })
  const number = (text: string, values: ReadonlyArray<unknown> = []) =>
    attempt(async () => (await pool.query<{ readonly number: number }>(text, [...values])).rows[0]?.number ?? 0)
  /** The same for the same scopes, and nothing to one who has the logs. */
  const about = (scopes: ReadonlyArray<ScopeId>): Buffer =>
    createHmac('sha256', known)
      .update(`question\n${[...scopes].sort().join('\n')}`)
      .digest()
  return {
    sign: run(sign, [process, folder, keysMayBeHeld + betweenSigns]),
    ask: (scopes) => number(ask, [about(scopes)]),
    asked: number(asked),
    answer: (question) => run(answer, [process, question]),
    allAnswered: (question) => attempt(async () => (await pool.query(silent, [question])).rowCount === 0),
    secret: attempt(async () => {
      const { rows } = await pool.query<{ readonly secret: Buffer }>(secret, [folder, randomBytes(32)])
      return rows[0]?.secret ?? Promise.reject(new Error('no secret was made'))
    }),
    forsake: (question) =>
      attempt(async () => {
        const { rowCount } = await pool.query(forsake, [question])
        if ((rowCount ?? 0) > 0)
          await pool.query(sweep).catch((error: unknown) => {
            if (sqlStateOf(error) !== mayNot) throw error
          })
      }),
    leave: run(leave, [process]),
  }
}

import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import { storeUnavailable } from '../../postgres/failure'
import { keysMayBeHeld, type Presence } from '../presence'

const report = `INSERT INTO coordination.processes (process, circulation, persons, until)
  VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond')
  ON CONFLICT (process) DO UPDATE
  SET circulation = excluded.circulation, persons = excluded.persons, until = excluded.until`
const behind = `SELECT FROM coordination.processes
  WHERE until > clock_timestamp() AND (circulation < $1 OR persons < $2) LIMIT 1`
const leave = 'DELETE FROM coordination.processes WHERE process = $1 OR until <= clock_timestamp()'

/** Which processes there are, each under a random id that it has for as long as it runs. */
export const postgresPresence = (pool: Pool, process: string): Presence => {
  const asked = <A>(work: () => Promise<A>) => TE.tryCatch(work, storeUnavailable)
  return {
    report: ({ circulation, persons }) =>
      TE.map(() => undefined)(asked(() => pool.query(report, [process, circulation, persons, keysMayBeHeld]))),
    allPassed: ({ circulation, persons }) =>
      asked(async () => (await pool.query(behind, [circulation, persons])).rowCount === 0),
    leave: TE.map(() => undefined)(asked(() => pool.query(leave, [process]))),
  }
}

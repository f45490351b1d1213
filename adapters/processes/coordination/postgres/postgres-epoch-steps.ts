import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool, QueryResultRow } from 'pg'
import { postgresUnavailable } from '../../../stores/postgres/postgres-failure'
import type { ProcessRegistry, RequestedEpochStep } from '../../process-registry/process-registry'

/** The part of the process registry by which processes take the steps of a roll together. */
type EpochSteps = Pick<
  ProcessRegistry,
  'requestEpochStep' | 'latestEpochStep' | 'confirmEpochStep' | 'countWithoutEpochStep'
>

const requestStep = `UPDATE coordination.epoch_step SET step = $1, epoch = $2, fingerprint = $3,
  number = number + ((step, epoch, fingerprint) IS DISTINCT FROM ($1, $2, $3))::integer RETURNING number`
const latestStep = `SELECT s.number AS request, s.step, s.epoch, s.fingerprint,
    EXISTS (SELECT FROM coordination.processes p WHERE p.process = $1 AND p.epoch_step = s.number) AS "isConfirmed"
  FROM coordination.epoch_step s WHERE s.number > 0`
const confirmStep = 'UPDATE coordination.processes SET epoch_step = $2 WHERE process = $1'
/** No row when another step is requested now. */
const countOthers = `SELECT (
    SELECT count(*) FROM coordination.processes p WHERE p.until > clock_timestamp() AND p.epoch_step <> s.number
  )::integer AS number FROM coordination.epoch_step s WHERE s.number = $1`

/** The steps of a roll in PostgreSQL, as the process with this id sees them. */
export const postgresEpochSteps = (pool: Pool, process: string): EpochSteps => {
  const query = <Row extends QueryResultRow>(text: string, values: ReadonlyArray<unknown>) =>
    TE.tryCatch(async () => (await pool.query<Row>(text, [...values])).rows[0], postgresUnavailable)
  const queryNumber = (text: string, values: ReadonlyArray<unknown>) =>
    pipe(
      query<{ readonly number: number }>(text, values),
      TE.map((row) => row?.number),
    )
  return {
    requestEpochStep: ({ step, epoch, fingerprint }) =>
      pipe(
        queryNumber(requestStep, [step, epoch, fingerprint]),
        TE.map((request) => request ?? 0),
      ),
    latestEpochStep: query<RequestedEpochStep>(latestStep, [process]),
    confirmEpochStep: (request) =>
      pipe(
        query(confirmStep, [process, request]),
        TE.map(() => undefined),
      ),
    countWithoutEpochStep: (request) => queryNumber(countOthers, [request]),
  }
}

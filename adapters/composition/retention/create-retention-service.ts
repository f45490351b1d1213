import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { DayClosingError } from '../../../domain/use-cases/day-closing-error'
import type { Day } from '../../../domain/values/day'
import type { DayClosingDates } from '../../../retention/guards/days-to-close'
import { readRetentionStatus } from '../../../retention/worker/retention-status'
import type { RetentionWorkerPorts } from '../../../retention/worker/retention-worker-ports'
import type { RetentionRunReport } from '../../../retention/worker/retention-run-report'
import type { CloseDaysAndErase } from '../../processes/retention/close-days-and-erase'
import { listRefusedRuns } from '../../processes/retention/refused-run-reporter'
import type { RetentionReport, RetentionOperations } from '../../processes/retention/retention-operations'
import { retentionFailureMessages, toRetentionReport } from './to-retention-report'

const closingErrorMessage = (error: DayClosingError): string =>
  error._tag === 'DayClosingRefused' ? `${error._tag}: ${error.step}, ${error.because}` : error._tag

const failuresOfRun = (outcome: E.Either<DayClosingError, RetentionRunReport>): ReadonlyArray<string> =>
  E.isRight(outcome) ? retentionFailureMessages(outcome.right) : [closingErrorMessage(outcome.left)]

/** The end of a day, and the failures of its last run. Every status repeats them until a later run succeeds. */
interface EndOfDayWithFailures {
  readonly endOfDay: CloseDaysAndErase<DayClosingError>
  readonly lastFailures: () => ReadonlyArray<string>
}

/** Records the failures of the last end of a day, whichever caller started it. */
export const endOfDayWithLastFailures = (endOfDay: CloseDaysAndErase<DayClosingError>): EndOfDayWithFailures => {
  let last: ReadonlyArray<string> = []
  return {
    endOfDay: (onDayClosed) => async () => {
      const outcome = await endOfDay(onDayClosed)()
      last = failuresOfRun(outcome)
      return outcome
    },
    lastFailures: () => last,
  }
}

/** Creates the retention service. A run first closes the days that are over, then erases the scopes that are due. */
export const createRetentionService = (
  ports: RetentionWorkerPorts,
  { endOfDay, lastFailures }: EndOfDayWithFailures,
  readDates: () => Promise<DayClosingDates>,
  saveConfirmedDate: (day: Day) => void,
): RetentionOperations => {
  const status = async (): Promise<RetentionReport> => {
    const dates = await readDates()
    const statusNow = readRetentionStatus(ports)(await ports.consumerPositions())
    const report = toRetentionReport(
      { found: statusNow.due, statusAfter: statusNow, erased: {}, runs: 0, orphans: 0, refused: [], failed: [] },
      dates,
      listRefusedRuns(ports.schedule),
    )
    return { ...report, failed: lastFailures() }
  }
  return {
    status,
    run: async (onDayClosed = () => undefined) => {
      const outcome = await endOfDay(onDayClosed)()
      return E.isRight(outcome)
        ? toRetentionReport(outcome.right, await readDates(), listRefusedRuns(ports.schedule))
        : status()
    },
    confirmDate: (date) => {
      const today = ports.today()
      return date === today ? TE.fromIO(() => saveConfirmedDate(date)) : TE.left({ _tag: 'DateIsAnother', today })
    },
  }
}

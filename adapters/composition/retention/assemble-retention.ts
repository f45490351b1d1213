import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { closeDay } from '../../../domain/use-cases/close-day'
import type { DayClosingError, DayClosingDependencies } from '../../../domain/use-cases/day-closing-error'
import type { Day } from '../../../domain/values/day'
import { isLastDayOfMonth } from '../../../domain/values/month'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { daysToClose, type ClosingDates } from '../../../retention/guards/days-to-close'
import { readClosingDates } from '../../../retention/worker/closing-dates'
import { makeRetentionWorker } from '../../../retention/worker/retention-worker'
import { delay } from '../../system/concurrency/delay'
import { withLease, type HoldsLease } from '../../processes/leases/with-lease'
import { endOfDay, type EndOfDay } from '../../processes/retention/end-of-day'
import type { Alarm } from '../../processes/failures/alarm-without-repeats'
import { storeOfFailure } from '../../processes/failures/store-of-failure'
import { waitAtMost } from '../../system/concurrency/wait-at-most'
import type { RetentionOperations } from '../../processes/retention/retention-operations'
import { createFirstDayReader } from './first-day-reader'
import { recordEndOfDayFailures, createRetentionService } from './create-retention-service'
import { retentionLease } from './retention-lease'
import { createRetentionWorkerPorts, type RetentionWorkerDependencies } from './create-retention-worker-ports'

/** The end of a day, and the retention service that runs it. */
interface AssembledRetention {
  readonly endOfDay: EndOfDay<DayClosingError>
  readonly retention: RetentionOperations
}

interface RetentionDependencies extends Omit<RetentionWorkerDependencies, 'firstDay' | 'confirmedDate' | 'holdsLease'> {
  readonly alarm: Alarm
}

/** In ms. Nothing is erased before every reactor has passed it, so a run first gives a slow reactor time to catch up. */
const waitForReactions = waitAtMost(5000)

/** Rewrites the servers' numbered rows once a month. A failure raises an alarm, and the next month tries again. */
const rewriteServerLogs = ({ stores, alarm }: RetentionDependencies): TE.TaskEither<never, void> =>
  TE.fromTask(async () => {
    const rewritten = await stores.rewriteServerLogs()
    if (E.isLeft(rewritten)) alarm('NotRewritten', storeOfFailure(rewritten.left))
  })

/**
 * Joins the closing of days with the retention worker. One process at a time runs them, under a lease. The date that an
 * administrator confirms is kept in memory until the process ends.
 */
export const assembleRetention = (
  library: DayClosingDependencies,
  dependencies: RetentionDependencies,
): AssembledRetention => {
  let confirmedDate: Day | undefined
  let holdsLease: HoldsLease = TE.right(false)
  const firstDayReader = createFirstDayReader(dependencies.stores.logs.circulation)
  const ports = createRetentionWorkerPorts({
    ...dependencies,
    firstDay: firstDayReader.firstDay,
    confirmedDate: () => confirmedDate,
    holdsLease: () => holdsLease(),
  })
  const readCurrentDates = async (): Promise<ClosingDates> => {
    await firstDayReader.readIfUnknown()
    await dependencies.projectorGroup.catchUp()
    return readClosingDates(ports)
  }
  const eraseDueScopes = makeRetentionWorker(ports, deletionClasses)
  const endDays = endOfDay<DayClosingError>({
    daysToClose: async () =>
      pipe(
        daysToClose(await readCurrentDates()),
        E.getOrElse((): ReadonlyArray<Day> => []),
      ),
    closeDay: (day) =>
      pipe(
        closeDay(library)(day),
        TE.chain(() => (isLastDayOfMonth(day) ? rewriteServerLogs(dependencies) : TE.right(undefined))),
      ),
    eraseDue: async () => {
      await waitForReactions(library.waitForReactions)
      return eraseDueScopes()
    },
  })
  const alarmLeaseEndTooFar = (): void => dependencies.alarm('LeaseEndTooFar', { lease: retentionLease })
  const underLease = recordEndOfDayFailures((onDayClosed) =>
    withLease(dependencies.stores.coordination.leases, delay, alarmLeaseEndTooFar)(retentionLease)((holdsThisLease) => {
      holdsLease = holdsThisLease
      return endDays(onDayClosed)
    }),
  )
  const retention = createRetentionService(ports, underLease, readCurrentDates, (day) => {
    confirmedDate = day
  })
  return { endOfDay: underLease.endOfDay, retention }
}

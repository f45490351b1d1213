import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import { closeDay } from '../../../domain/use-cases/close-day'
import type { DayClosingError, DayClosingDependencies } from '../../../domain/use-cases/day-closing-error'
import type { Day } from '../../../domain/values/day'
import { isLastDayOfMonth } from '../../../domain/values/month'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { daysToClose, type DayClosingDates } from '../../../retention/guards/days-to-close'
import { readDayClosingDates } from '../../../retention/worker/read-day-closing-dates'
import { makeRetentionWorker } from '../../../retention/worker/retention-worker'
import { delay } from '../../system/concurrency/delay'
import { withLease, type HoldsLease } from '../../processes/leases/with-lease'
import { closeDaysAndErase, type CloseDaysAndErase } from '../../processes/retention/close-days-and-erase'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { storeOfFailure } from '../../processes/failures/store-of-failure'
import { waitAtMost } from '../../system/concurrency/wait-at-most'
import type { RetentionOperations } from '../../processes/retention/retention-operations'
import type { UnexpectedLogChangeDetector } from '../../processes/damage/log-change-detector'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { shuffleEventsOfClosedMonths } from './shuffle-events-of-closed-months'
import { waitForEvictionEverywhere } from './wait-for-eviction-everywhere'
import { createFirstDayReader } from './first-recorded-day-reader'
import { endOfDayWithLastFailures, createRetentionService } from './create-retention-service'
import { retentionLeaseName } from './retention-lease-name'
import { createRetentionWorkerPorts, type RetentionWorkerPortsDependencies } from './create-retention-worker-ports'

/** The end of a day, and the retention service that runs it. */
interface AssembledRetention {
  readonly endOfDay: CloseDaysAndErase<DayClosingError>
  /** The end of a day that an import replays: nobody is written to. */
  readonly endOfReplayedDay: CloseDaysAndErase<DayClosingError>
  readonly retention: RetentionOperations
}

interface RetentionDependencies extends Omit<
  RetentionWorkerPortsDependencies,
  'firstDay' | 'confirmedDate' | 'holdsLease'
> {
  readonly alarm: AlarmReporter
  readonly logComparison: Pick<UnexpectedLogChangeDetector, 'compareAfter'>
  /** Ends the subscriptions to the CPR numbers of those who are about to be erased. */
  readonly endCprSubscriptions: Task<void>
}

/** In ms. Nothing is erased before every reactor has passed it, so a run first gives a slow reactor time to catch up. */
const waitForReactions = waitAtMost(5000)

/**
 * Shuffles the closed months that are not shuffled yet, and answers whether there were any. A failure raises an alarm, and
 * the next run tries again.
 */
const shuffleMonths = (dependencies: RetentionDependencies): Task<boolean> => {
  const { stores, alarm, logComparison } = dependencies
  const waitForProcesses = waitForEvictionEverywhere(machineMonotonicClock, stores.coordination.processRegistry)
  const shuffle = shuffleEventsOfClosedMonths({
    ...dependencies,
    waitForAllProcesses: (closing) => waitForProcesses([`the closing of a month at ${closing}`]),
    compareAfter: (position) => logComparison.compareAfter('persons', position ?? ''),
  })
  return async () => {
    const shuffled = await shuffle()
    if (E.isLeft(shuffled)) alarm('NotRewritten', storeOfFailure(shuffled.left))
    return E.isRight(shuffled) && shuffled.right
  }
}

/**
 * Shuffles the month that was closed, and rewrites the servers' numbered rows that the shuffle has not rewritten. A failure
 * to rewrite raises an alarm, and the next month tries again.
 */
const rewriteAfterMonth = (
  { stores, alarm }: RetentionDependencies,
  shuffle: Task<boolean>,
): TE.TaskEither<never, void> =>
  TE.fromTask(async () => {
    const rewrites = (await shuffle()) ? [] : [stores.rewriteServerLogs]
    for (const rewrite of [...rewrites, stores.rewriteServerKeys]) {
      const rewritten = await rewrite()
      if (E.isLeft(rewritten)) alarm('NotRewritten', storeOfFailure(rewritten.left))
    }
  })

/** What another system has done is replayed: it has written to its borrowers itself. */
const withoutMessages = (library: DayClosingDependencies): DayClosingDependencies => ({
  ...library,
  closingQueries: { ...library.closingQueries, messageCausesOf: () => TE.right([]) },
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
  const readCurrentDates = async (): Promise<DayClosingDates> => {
    await firstDayReader.readIfUnknown()
    await dependencies.projectorGroup.catchUp()
    return readDayClosingDates(ports)
  }
  const eraseDueScopes = makeRetentionWorker(ports, deletionClasses)
  const shuffle = shuffleMonths(dependencies)
  const endDaysOf = (closing: DayClosingDependencies) =>
    closeDaysAndErase<DayClosingError>({
      daysToClose: async () =>
        pipe(
          daysToClose(await readCurrentDates()),
          E.getOrElse((): ReadonlyArray<Day> => []),
        ),
      closeDay: (day) =>
        pipe(
          closeDay(closing)(day),
          TE.chain(() => (isLastDayOfMonth(day) ? rewriteAfterMonth(dependencies, shuffle) : TE.right(undefined))),
        ),
      eraseDue: async () => {
        await waitForReactions(library.waitForReactions)
        await dependencies.endCprSubscriptions()
        return eraseDueScopes()
      },
    })
  const alarmLeaseEndTooFar = (): void => dependencies.alarm('LeaseEndTooFar', { lease: retentionLeaseName })
  const underLease = (endDays: CloseDaysAndErase<DayClosingError>) =>
    endOfDayWithLastFailures((onDayClosed) =>
      withLease(dependencies.stores.coordination.leases, delay, alarmLeaseEndTooFar)(retentionLeaseName)(
        (holdsThisLease) => {
          holdsLease = holdsThisLease
          return pipe(
            // A process that was killed may have left a closed month as it was written.
            TE.fromTask(shuffle),
            TE.chain(() => endDays(onDayClosed)),
          )
        },
      ),
    )
  const endOfDay = underLease(endDaysOf(library))
  const endOfReplayedDay = underLease(endDaysOf(withoutMessages(library)))
  const retention = createRetentionService(ports, endOfDay, readCurrentDates, (day) => {
    confirmedDate = day
  })
  return { endOfDay: endOfDay.endOfDay, endOfReplayedDay: endOfReplayedDay.endOfDay, retention }
}

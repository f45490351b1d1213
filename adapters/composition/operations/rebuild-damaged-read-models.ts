import * as E from 'fp-ts/Either'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { FailingPartRegistry } from '../../processes/failures/failing-system-part-registry'
import { storeOfFailure } from '../../processes/failures/store-of-failure'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { isDamageReason, sqliteUnavailable } from '../../stores/sqlite/sqlite-failure'

interface RebuildDependencies {
  readonly failingParts: Pick<FailingPartRegistry, 'list' | 'madeAnew'>
  readonly rebuildReadModels: RunningLibrary['rebuildReadModels']
  readonly alarm: AlarmReporter
  readonly clock: MonotonicClock
}

const msPerMinute = 60_000

/** Minutes. */
const longestWait = 60

/** Ms from a rebuild that failed to the next one: 1, 2, 4 ... and at most 60 minutes. */
const waitAfter = (failures: number): number => Math.min(2 ** (failures - 1), longestWait) * msPerMinute

/** What an alarm says of a rebuild that failed. */
const failureOf = (error: EventReadError): Readonly<Record<string, string>> =>
  storeOfFailure(error) ?? { store: 'readModels', reason: error.reason }

const areDamaged = ({ list }: Pick<FailingPartRegistry, 'list'>): boolean =>
  list().some(({ part, reason }) => part === 'readModels' && isDamageReason(reason))

/**
 * Starts to fold the read models anew when a page of them was found damaged, unless that runs already. Does not wait:
 * it takes long, and ends by itself when the library is closed. A rebuild that fails raises `ReadModelsNotRebuilt`,
 * with the store and the reason, and starts again after a wait. When `stop` is aborted, nothing starts or is reported.
 */
export const rebuildDamagedReadModels = (
  { failingParts, rebuildReadModels, alarm, clock }: RebuildDependencies,
  stop: AbortSignal,
): (() => void) => {
  let isRunning = false
  let failures = 0
  let startAfter = -Infinity
  const end = (rebuilt: E.Either<EventReadError, unknown>): void => {
    isRunning = false
    if (stop.aborted) return
    if (E.isRight(rebuilt)) {
      failures = 0
      failingParts.madeAnew('readModels')
      return
    }
    failures += 1
    startAfter = clock.elapsed() + waitAfter(failures)
    alarm('ReadModelsNotRebuilt', failureOf(rebuilt.left))
  }
  const endWithError = (error: unknown): void =>
    end(E.left({ ...sqliteUnavailable(error), _tag: 'Unavailable', store: 'readModels' }))
  return () => {
    if (stop.aborted || isRunning || clock.elapsed() < startAfter || !areDamaged(failingParts)) return
    isRunning = true
    void rebuildReadModels(() => undefined)().then(end, endWithError)
  }
}

import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Day } from '../../../../domain/values/day'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { ImportProgressListener } from '../ledger-replay-options'

/** Reports days that are over once everything that happened on them is durable. */
export interface DurableImportDayReporter {
  /** Called when a day is over, with the number of loans replayed by its end. Several days are reported together. */
  readonly endDay: (day: Day, loansDone: number) => TaskEither<StoreUnavailable, void>
  /** Makes everything durable, and reports the days that wait. */
  readonly flush: TaskEither<StoreUnavailable, void>
}

/** Ms between two flushes, at least. */
const flushInterval = 1000

export const createDurableProgressReporter = (
  library: Pick<RunningLibrary, 'flush'>,
  machine: MonotonicClock,
  reportDay: ImportProgressListener['day'],
  totalLoans: number,
): DurableImportDayReporter => {
  const waiting: Array<readonly [Day, number]> = []
  let lastFlush = machine.elapsed()
  const flush: DurableImportDayReporter['flush'] = async () => {
    const flushed = await library.flush()
    if (E.isLeft(flushed)) return flushed
    lastFlush = machine.elapsed()
    for (const [day, loansDone] of waiting.splice(0)) reportDay(day, loansDone, totalLoans)
    return flushed
  }
  return {
    endDay: (day, loansDone) => async () => {
      waiting.push([day, loansDone])
      // Lets timers run: stores that answer at once never pause the replay.
      await setImmediate()
      return machine.elapsed() - lastFlush < flushInterval ? E.right(undefined) : flush()
    },
    flush,
  }
}

import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { System } from '../../../processes/running/system'
import type { Day } from '../../../../domain/values/day'
import type { MachineClock } from '../../../../domain/ports/clocks'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { ImportProgress } from '../request'

/** Tells of days that are over, once what happened on them is durable. */
export interface DurableProgress {
  /** A day is over, with so many loans done by its end. Days wait, and are told of together. */
  readonly dayIsOver: (day: Day, loansDone: number) => TaskEither<StoreUnavailable, void>
  /** Makes everything durable, and tells of the days that wait. */
  readonly flush: TaskEither<StoreUnavailable, void>
}

/** Ms between two flushes, at least. */
const betweenFlushes = 1000

export const durableProgress = (
  { flush: flushStores }: Pick<System, 'flush'>,
  machine: MachineClock,
  { day: tell }: ImportProgress,
  loansInAll: number,
): DurableProgress => {
  const waiting: Array<readonly [Day, number]> = []
  let flushed = machine.elapsed()
  const flush: DurableProgress['flush'] = async () => {
    const kept = await flushStores()
    if (E.isLeft(kept)) return kept
    flushed = machine.elapsed()
    for (const [day, loansDone] of waiting.splice(0)) tell(day, loansDone, loansInAll)
    return kept
  }
  return {
    dayIsOver: (day, loansDone) => async () => {
      waiting.push([day, loansDone])
      // Timers and signals get their turn: everything else may be answered without a pause.
      await setImmediate()
      return machine.elapsed() - flushed < betweenFlushes ? E.right(undefined) : flush()
    },
    flush,
  }
}

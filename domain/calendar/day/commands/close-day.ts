import { either as E } from 'fp-ts'
import { addDays, type Day } from '../../../values/day'
import { DayClosed } from '../../events/day-closed'
import type { DecideFromState } from '../decide-day-from-state'
import { refuseDayCommand } from '../day-refusal'

/** Closes a day when all steps of its closing are done. */
export interface CloseDay {
  readonly type: 'CloseDay'
  readonly day: Day
  /** The latest closed day; `null` before the first. */
  readonly lastClosed: Day | null
}

/** A day is closed once, opened or not; a repeat changes nothing. Refused: `DayBeforeIsNotClosed`. */
export const decideCloseDay =
  ({ day, lastClosed }: CloseDay): DecideFromState =>
  (state) => {
    if (state._tag === 'Closed') return E.right([])
    return lastClosed === null || addDays(1)(lastClosed) === day
      ? E.right([DayClosed({ day }, {})])
      : refuseDayCommand('DayBeforeIsNotClosed')
  }

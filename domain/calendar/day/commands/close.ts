import { either as E } from 'fp-ts'
import { addDays, type Day } from '../../../values/day'
import { DayClosed } from '../../events/day-closed'
import type { Decision } from '../decision'
import { refuse } from '../refusal'

/** A day is over, and what its closing had to do is done. */
export interface CloseDay {
  readonly type: 'CloseDay'
  readonly day: Day
  /** The newest day that is closed; `null` before the first. */
  readonly lastClosed: Day | null
}

/** A day is closed once, whether or not it was opened; again changes nothing. Refused: `DayBeforeIsNotClosed`. */
export const closeDay =
  ({ day, lastClosed }: CloseDay): Decision =>
  (state) => {
    if (state._tag === 'Closed') return E.right([])
    return lastClosed === null || addDays(1)(lastClosed) === day
      ? E.right([DayClosed({ day }, {})])
      : refuse('DayBeforeIsNotClosed')
  }

import { either as E } from 'fp-ts'
import { addMonths, type Month } from '../../../values/month'
import { MonthClosed } from '../../events/month-closed'
import type { Decision } from '../decision'
import { refuse } from '../refusal'

/** A month is over in one of the logs, and what its closing had to write there is written. */
export interface CloseMonth {
  readonly type: 'CloseMonth'
  readonly month: Month
  /** The newest month that is closed in the same log; `null` before the first. */
  readonly lastClosed: Month | null
}

/**
 * A month is closed once in each log; again changes nothing. Where loans were counted (circulation), counting comes
 * first. Refused: `MonthIsNotCounted`, `MonthBeforeIsNotClosed`.
 */
export const closeMonth =
  ({ month, lastClosed }: CloseMonth): Decision =>
  (state) => {
    if (state._tag === 'Closed') return E.right([])
    if (state._tag === 'Opened') return refuse('MonthIsNotCounted')
    return lastClosed === null || addMonths(1)(lastClosed) === month
      ? E.right([MonthClosed({ month }, {})])
      : refuse('MonthBeforeIsNotClosed')
  }

import { either as E } from 'fp-ts'
import { addMonths, type Month } from '../../../values/month'
import { MonthClosed } from '../../events/month-closed'
import type { DecideFromState } from '../decide-month-from-state'
import { refuseMonthCommand } from '../month-refusal'

/** Closes a month in one log, when its closing has written all it must. */
export interface CloseMonth {
  readonly type: 'CloseMonth'
  readonly month: Month
  /** The latest closed month of the same log; `null` before the first. */
  readonly lastClosed: Month | null
}

/**
 * A month is closed once in each log; a repeat changes nothing. In circulation its loans must be counted first.
 * Refused: `MonthIsNotCounted`, `MonthBeforeIsNotClosed`.
 */
export const decideCloseMonth =
  ({ month, lastClosed }: CloseMonth): DecideFromState =>
  (state) => {
    if (state._tag === 'Closed') return E.right([])
    if (state._tag === 'Opened') return refuseMonthCommand('MonthIsNotCounted')
    return lastClosed === null || addMonths(1)(lastClosed) === month
      ? E.right([MonthClosed({ month }, {})])
      : refuseMonthCommand('MonthBeforeIsNotClosed')
  }

import { either as E } from 'fp-ts'
import type { Month } from '../../../values/month'
import { MonthCounted } from '../../events/month-counted'
import { statisticsCellsOf, type LoanInStatistics } from '../../statistics/statistics-cells'
import type { DecideFromState } from '../decide-month-from-state'

/** Counts the loans of a month, as part of its closing. */
export interface CountMonth {
  readonly type: 'CountMonth'
  readonly month: Month
  readonly loans: ReadonlyArray<LoanInStatistics>
}

/** A month is counted once, also without loans; a repeat changes nothing. */
export const decideCountMonth =
  ({ month, loans }: CountMonth): DecideFromState =>
  (state) =>
    E.right(
      state._tag === 'Counted' || state._tag === 'Closed'
        ? []
        : [MonthCounted({ month, cells: statisticsCellsOf(loans) }, {})],
    )

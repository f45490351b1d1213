import { either as E } from 'fp-ts'
import type { Month } from '../../../values/month'
import { MonthCounted } from '../../events/month-counted'
import { cellsOf, type CountedLoan } from '../../statistics/cells'
import type { Decision } from '../decision'

/** The month's closing counts what was lent in it. */
export interface CountMonth {
  readonly type: 'CountMonth'
  readonly month: Month
  readonly loans: ReadonlyArray<CountedLoan>
}

/** A month is counted once, also when nothing was lent in it; again changes nothing. */
export const countMonth =
  ({ month, loans }: CountMonth): Decision =>
  (state) =>
    E.right(
      state._tag === 'Counted' || state._tag === 'Closed' ? [] : [MonthCounted({ month, cells: cellsOf(loans) }, {})],
    )

import { either as E } from 'fp-ts'
import type { Month } from '../../../values/month'
import { MonthCounted } from '../../events/month-counted'
import { publishTallies } from '../../statistics/publish-tallies'
import type { StatisticsTally } from '../../statistics/tally-items'
import type { DecideFromState } from '../decide-month-from-state'

/** Publishes what was counted of a month, as part of its closing. */
export interface CountMonth {
  readonly type: 'CountMonth'
  readonly month: Month
  readonly tallies: ReadonlyArray<StatisticsTally>
}

/** A month is counted once, also without loans; a repeat changes nothing. */
export const decideCountMonth =
  ({ month, tallies }: CountMonth): DecideFromState =>
  (state) =>
    E.right(
      state._tag === 'Counted' || state._tag === 'Closed'
        ? []
        : [MonthCounted({ month, tables: publishTallies(tallies) }, {})],
    )

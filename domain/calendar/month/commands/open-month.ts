import { either as E } from 'fp-ts'
import type { StatisticsId } from '../../../values/ids'
import type { Month } from '../../../values/month'
import { MonthOpened } from '../../events/month-opened'
import type { DecideFromState } from '../decide-month-from-state'
import { refuseMonthCommand } from '../month-refusal'

/** The first loan or reservation of a month opens it. */
export interface OpenMonth {
  readonly type: 'OpenMonth'
  readonly month: Month
  readonly statisticsScope: StatisticsId
}

/** A month is opened once; a repeat changes nothing. Refused: `MonthIsCounted`. */
export const decideOpenMonth =
  ({ month, statisticsScope: statistics }: OpenMonth): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'Unopened':
        return E.right([MonthOpened({ month, statistics }, {})])
      case 'Opened':
        return E.right([])
      case 'Counted':
      case 'Closed':
        return refuseMonthCommand('MonthIsCounted')
    }
  }

import type { StatisticsId } from '../../values/ids'

/** Nothing has been lent in the month. */
export interface UnopenedMonth {
  readonly _tag: 'Unopened'
}

/** What is counted but would join is sealed under this scope until the month closes. */
export interface OpenedMonth {
  readonly _tag: 'Opened'
  readonly statistics: StatisticsId
}

export interface CountedMonth {
  readonly _tag: 'Counted'
}

export interface ClosedMonth {
  readonly _tag: 'Closed'
}

export type MonthState = UnopenedMonth | OpenedMonth | CountedMonth | ClosedMonth

export const unopened: UnopenedMonth = { _tag: 'Unopened' }

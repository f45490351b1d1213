import type { StatisticsId } from '../../values/ids'

/** The month has no loan and no reservation yet. */
export interface UnopenedMonth {
  readonly _tag: 'Unopened'
}

/** Details that are counted, but could link loans, are sealed under this scope until the month closes. */
export interface OpenedMonthState {
  readonly _tag: 'Opened'
  readonly statistics: StatisticsId
}

interface CountedMonth {
  readonly _tag: 'Counted'
}

interface ClosedMonth {
  readonly _tag: 'Closed'
}

export type MonthState = UnopenedMonth | OpenedMonthState | CountedMonth | ClosedMonth

export const unopenedMonth: UnopenedMonth = { _tag: 'Unopened' }

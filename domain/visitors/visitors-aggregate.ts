import { either as E } from 'fp-ts'
import type { StatisticsCell } from '../calendar/events/month-counted'
import type { Aggregate } from '../command-handling/aggregate'
import type { Month } from '../values/month'
import { VisitorsCounted } from './events/visitors-counted'

/** Counts the visitors of a month, as part of its closing. */
export interface CountVisitors {
  readonly type: 'CountVisitors'
  readonly month: Month
  readonly browsers: ReadonlyArray<StatisticsCell>
}

export interface VisitorsState {
  readonly _tag: 'Uncounted' | 'Counted'
}

/** The visitors of each month have a stream, named after the month, in *circulation*, of one event. */
export const visitorsAggregate: Aggregate<CountVisitors, VisitorsState, VisitorsCounted, never> = {
  initial: { _tag: 'Uncounted' },
  evolve: () => () => ({ _tag: 'Counted' }),
  decide:
    ({ month, browsers }) =>
    ({ _tag }) =>
      E.right(_tag === 'Counted' ? [] : [VisitorsCounted({ month, browsers }, {})]),
  log: 'circulation',
  category: 'visitors',
}

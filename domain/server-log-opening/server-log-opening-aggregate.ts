import type { Aggregate } from '../command-handling/aggregate'
import type { ServerLogOpened } from './events/server-log-opened'
import {
  decideRecordServerLogOpening,
  type RecordServerLogOpening,
  type ServerLogOpeningState,
} from './record-server-log-opening'

/** Each opening of the server log of a day has a stream of its own, in *circulation*. */
export const serverLogOpeningAggregate: Aggregate<
  RecordServerLogOpening,
  ServerLogOpeningState,
  ServerLogOpened,
  never
> = {
  initial: { _tag: 'Unrecorded' },
  evolve: () => () => ({ _tag: 'Recorded' }),
  decide: decideRecordServerLogOpening,
  log: 'circulation',
  category: 'serverlogopening',
}

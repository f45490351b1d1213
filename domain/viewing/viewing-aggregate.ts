import type { Aggregate } from '../command-handling/aggregate'
import { decideVideoRequest, type DecideVideoRequest, type ViewingState } from './decide-video-request'
import type { ViewingEvent } from './viewing-event'

/** Requests to look at video have a stream each, in *circulation*, of one event. */
export const viewingAggregate: Aggregate<DecideVideoRequest, ViewingState, ViewingEvent, never> = {
  initial: { _tag: 'Undecided' },
  evolve: () => () => ({ _tag: 'Decided' }),
  decide: decideVideoRequest,
  log: 'circulation',
  category: 'viewing',
}

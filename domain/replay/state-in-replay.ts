import type { AnyEvent } from '../event/define-event'
import type { ReplayFact } from './replay-fact'
import type { WhyUnread } from './scope-readings'

/** The state of an aggregate while its events are replayed. */
export interface StateInReplay {
  /** The state after one more event of the aggregate. */
  readonly after: (event: AnyEvent) => StateInReplay
  readonly facts: (whyUnread: WhyUnread) => ReadonlyArray<ReplayFact>
}

/** Begins a replay with the initial state and the `evolve` of an aggregate. */
export const beginReplay = <State, Event extends AnyEvent>(
  state: State,
  evolve: (event: Event) => (state: State) => State,
  factsOf: (state: State, whyUnread: WhyUnread) => ReadonlyArray<ReplayFact>,
): StateInReplay => ({
  after: (event) => beginReplay(evolve(event as Event)(state), evolve, factsOf),
  facts: (whyUnread) => factsOf(state, whyUnread),
})

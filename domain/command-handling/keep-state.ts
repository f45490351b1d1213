import type { AnyEvent } from '../event/define-event'
import { endedBy } from '../event/ends'
import type { Address } from '../event/stream'
import type { ScopeId } from '../values/ids'
import type { StateCache } from '../ports/state-cache'
import { lastEventsAfter } from './last-events'
import type { Loaded } from './load'
import type { Outgoing } from './sealed-events'

/** The scopes whose personal parts a state holds after these events: those that were named and have not ended. */
const heldAfter = (before: ReadonlyArray<ScopeId>, events: ReadonlyArray<AnyEvent>): ReadonlyArray<ScopeId> => {
  const held = new Set(before)
  for (const event of events) {
    for (const name of Object.keys(event.sealed)) held.add(event.open[name] as ScopeId)
    held.delete(endedBy(event.type, event.open) as ScopeId)
  }
  return [...held]
}

/** Keeps the state that follows from events just appended, so that the next load reads only what comes after. */
export const keepState =
  (cache: StateCache, address: Address) =>
  <S, Ev extends AnyEvent>(evolve: (event: Ev) => (state: S) => S) =>
  (before: Loaded<S>, events: ReadonlyArray<Ev>, { ids, recorded }: Pick<Outgoing, 'ids' | 'recorded'>): void => {
    const appended = ids.map((id, at) => ({ id, revision: before.revision + 1 + at, recorded }))
    cache.put(address, {
      revision: before.revision + events.length,
      state: events.reduce((state, event) => evolve(event)(state), before.state),
      scopes: heldAfter(before.scopes, events),
      recorded,
      last: lastEventsAfter(before.last, appended),
    })
  }

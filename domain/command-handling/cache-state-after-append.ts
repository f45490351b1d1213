import type { AnyEvent } from '../event/define-event'
import { scopeEndedByEvent } from '../event/scope-ended-by-event'
import type { StreamAddress } from '../event/stream'
import type { ScopeId } from '../values/ids'
import type { StateCache } from '../ports/state-cache'
import { addToLastEvents } from './last-events'
import type { LoadedState } from './load-aggregate'
import type { AppendMetadata } from './seal-events'

/** The scopes whose personal parts the state holds after these events: all that were named and have not ended. */
const livingScopesAfter = (before: ReadonlyArray<ScopeId>, events: ReadonlyArray<AnyEvent>): ReadonlyArray<ScopeId> => {
  const living = new Set(before)
  for (const event of events) {
    for (const name of Object.keys(event.sealed)) living.add(event.open[name] as ScopeId)
    living.delete(scopeEndedByEvent(event.type, event.open) as ScopeId)
  }
  return [...living]
}

/** Caches the state that follows from events just appended. The next load reads only the events after them. */
export const cacheStateAfterAppend =
  (cache: StateCache, address: StreamAddress) =>
  <S, Ev extends AnyEvent>(evolve: (event: Ev) => (state: S) => S) =>
  (
    before: LoadedState<S>,
    events: ReadonlyArray<Ev>,
    { ids, recorded }: Pick<AppendMetadata, 'ids' | 'recorded'>,
  ): void => {
    const appended = ids.map((id, index) => ({ id, revision: before.revision + 1 + index, recorded }))
    const after = {
      revision: before.revision + events.length,
      state: events.reduce((state, event) => evolve(event)(state), before.state),
      scopes: livingScopesAfter(before.scopes, events),
      recorded,
      last: addToLastEvents(before.last, appended),
    }
    cache.put(address, after, before.evictions)
  }

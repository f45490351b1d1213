import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import { scopeEndedByEvent } from '../event/scope-ended-by-event'
import type { EventTable } from '../event/decode-event-parts'
import type { LogName } from '../event/stream'
import type { ScopeId } from '../values/ids'
import type { EventStore, Revision } from '../ports/event-store'
import type { ScopeKeys } from '../ports/scope-keys'
import type { CachedState, StateCache } from '../ports/state-cache'
import { streamAddressOfAggregate, type Aggregate } from './aggregate'
import { addToLastEvents } from './last-events'
import { isEventDamage, type EventDamage } from './event-damage'
import { readEventsForState } from './read-events-for-state'
import { openEvent, decodeEvent, type SealedEvent, type EventReadError } from './open-event'

/** What loading an aggregate needs. */
export interface LoadDependencies {
  readonly eventTable: EventTable
  readonly stores: Readonly<Record<LogName, Pick<EventStore, 'append' | 'readStream' | 'recent'>>>
  readonly keys: ScopeKeys
  readonly cache: StateCache
  /** Called for each damaged event that a command meets. */
  readonly reportDamage?: (damage: EventDamage) => void
}

/**
 * The state of an aggregate, the revision of its last event (-1 when it has none), and when that event was recorded.
 */
export interface LoadedState<State> {
  readonly state: State
  readonly revision: Revision
  readonly scopes: ReadonlyArray<ScopeId>
  readonly recorded: string
  readonly last: CachedState['last']
  /** How often scopes had been evicted from the cache before the state was read. */
  readonly evictions: number
}

const emptyStream = { revision: -1, scopes: [], recorded: '', last: [] }

const livingScopes = (
  cachedScopes: ReadonlyArray<ScopeId>,
  events: ReadonlyArray<SealedEvent>,
): ReadonlySet<ScopeId> => {
  const living = new Set(cachedScopes)
  for (const { parts } of events) for (const { scope } of parts) living.add(scope)
  for (const { stored, open } of events) living.delete(scopeEndedByEvent(stored.type, open) as ScopeId)
  return living
}

/**
 * Loads an aggregate: takes its cached state and folds the events after it. Parts of scopes that have ended in the
 * stream stay sealed, so a copy opens one loan. Where the state restarts at an event, no earlier event but the first is
 * read, so a copy with a thousand past loans loads as fast as a new one.
 */
export const loadAggregate =
  (dependencies: LoadDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string): TaskEither<EventReadError, LoadedState<S>> =>
  async () => {
    const address = streamAddressOfAggregate(aggregate)(id)
    const evictions = dependencies.cache.evictions()
    const cached: CachedState = dependencies.cache.get(address) ?? { ...emptyStream, state: aggregate.initial }
    // A cached state at the end of its stream is current: reading on would find no events.
    if (dependencies.stores[address.log].recent?.endOf(address.stream) === cached.revision)
      return E.right({ ...cached, state: cached.state as S, evictions })
    const { evolve } = aggregate
    const read = readEventsForState(dependencies.stores[address.log])
    const { events, last } = await read(address.stream, aggregate, cached.revision + 1)()
    const end = events.at(-1)
    if (end === undefined) return E.right({ ...cached, state: cached.state as S, evictions })
    const decoded = E.traverseArray(decodeEvent(dependencies.eventTable)(address.log))(events)
    if (decoded._tag === 'Left') {
      dependencies.reportDamage?.(decoded.left)
      return decoded
    }
    const living = livingScopes(cached.scopes, decoded.right)
    const open = openEvent(dependencies.eventTable, dependencies.keys)(({ scope }) => living.has(scope))
    let state = cached.state as S
    const readable = new Set(cached.scopes)
    for (const event of decoded.right) {
      const opened = await open(event)()
      if (opened._tag === 'Left') {
        if (isEventDamage(opened.left)) dependencies.reportDamage?.(opened.left)
        return opened
      }
      const { sealed } = opened.right as AnyEvent
      for (const part of event.parts) if (sealed[part.class]?._tag === 'Plain') readable.add(part.scope)
      state = evolve(opened.right as AnyEvent as Ev)(state)
    }
    const { revision, recorded } = end
    const loaded = {
      state,
      revision,
      scopes: [...living].filter((scope) => readable.has(scope)),
      recorded,
      last: addToLastEvents(cached.last, last),
    }
    dependencies.cache.put(address, loaded, evictions)
    return E.right({ ...loaded, evictions })
  }

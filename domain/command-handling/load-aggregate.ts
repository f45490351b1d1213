import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import { endedScopeOf } from '../event/ended-scope'
import type { EventTable } from '../event/decode'
import type { LogName } from '../event/stream'
import type { ScopeId } from '../values/ids'
import type { EventStore, Revision } from '../ports/event-store'
import type { ScopeKeys } from '../ports/scope-keys'
import type { CachedState, StateCache } from '../ports/state-cache'
import { streamAddressOf, type Aggregate } from './aggregate'
import { lastEventsAfter } from './last-events'
import { openEvent, decodeEvent, type SealedEvent, type EventReadError } from './open-event'

/** What loading an aggregate needs. */
export interface LoadDependencies {
  readonly eventTable: EventTable
  readonly stores: Readonly<Record<LogName, Pick<EventStore, 'append' | 'readStream' | 'recent'>>>
  readonly keys: ScopeKeys
  readonly cache: StateCache
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
}

const emptyStream = { revision: -1, scopes: [], recorded: '', last: [] }

const livingScopes = (
  cachedScopes: ReadonlyArray<ScopeId>,
  events: ReadonlyArray<SealedEvent>,
): ReadonlySet<ScopeId> => {
  const living = new Set(cachedScopes)
  for (const { parts } of events) for (const { scope } of parts) living.add(scope)
  for (const { stored, open } of events) living.delete(endedScopeOf(stored.type, open) as ScopeId)
  return living
}

/**
 * Loads an aggregate: takes its cached state and folds the events after it. Parts of scopes that have ended in the
 * stream stay sealed, so a copy with a thousand past loans opens one loan.
 */
export const loadAggregate =
  (dependencies: LoadDependencies) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string): TaskEither<EventReadError, LoadedState<S>> =>
  async () => {
    const address = streamAddressOf(aggregate)(id)
    const cached: CachedState = dependencies.cache.get(address) ?? { ...emptyStream, state: aggregate.initial }
    // A cached state at the end of its stream is current: reading on would find no events.
    if (dependencies.stores[address.log].recent?.endOf(address.stream) === cached.revision)
      return E.right(cached as LoadedState<S>)
    const events: SealedEvent[] = []
    const pages = dependencies.stores[address.log].readStream(address.stream, {
      direction: 'forwards',
      from: cached.revision + 1,
    })
    for await (const page of pages)
      for (const stored of page) {
        const event = decodeEvent(dependencies.eventTable)(address.log)(stored)
        if (event._tag === 'Left') return event
        events.push(event.right)
      }
    const living = livingScopes(cached.scopes, events)
    let state = cached.state as S
    for (const event of events) {
      const openedEvent = await openEvent(dependencies.eventTable, dependencies.keys)((part) => living.has(part.scope))(
        event,
      )()
      if (openedEvent._tag === 'Left') return openedEvent
      state = aggregate.evolve(openedEvent.right as AnyEvent as Ev)(state)
    }
    const recorded = events.at(-1)?.stored.recorded ?? cached.recorded
    const last = lastEventsAfter(
      cached.last,
      events.map(({ stored }) => stored),
    )
    const loaded = { state, revision: cached.revision + events.length, scopes: [...living], recorded, last }
    if (events.length > 0) dependencies.cache.put(address, loaded)
    return E.right(loaded)
  }

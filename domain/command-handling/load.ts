import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import { endedBy } from '../event/ends'
import type { Table } from '../event/decode'
import type { LogName } from '../event/stream'
import type { ScopeId } from '../values/ids'
import type { EventStore, Revision } from '../ports/event-store'
import type { Keys } from '../ports/keys'
import type { CachedState, StateCache } from '../ports/state-cache'
import { addressOf, type Aggregate } from './aggregate'
import { lastEventsAfter } from './last-events'
import { remember, shut, type Shut, type Unreadable } from './remember'

/** What loading and handling need of the world. */
export interface Shelf {
  readonly table: Table
  readonly stores: Readonly<Record<LogName, Pick<EventStore, 'append' | 'readStream' | 'recent'>>>
  readonly keys: Keys
  readonly cache: StateCache
}

/** An aggregate's state, with the revision of its last event (-1 while there is none) and when that was recorded. */
export interface Loaded<State> {
  readonly state: State
  readonly revision: Revision
  readonly scopes: ReadonlyArray<ScopeId>
  readonly recorded: string
  readonly last: CachedState['last']
}

const beginning = { revision: -1, scopes: [], recorded: '', last: [] }

const livingScopes = (held: ReadonlyArray<ScopeId>, events: ReadonlyArray<Shut>): ReadonlySet<ScopeId> => {
  const living = new Set(held)
  for (const { parts } of events) for (const { scope } of parts) living.add(scope)
  for (const { stored, open } of events) living.delete(endedBy(stored.type, open) as ScopeId)
  return living
}

/**
 * Loads an aggregate: its cached state, then what came after. Sealed parts of scopes that have ended in the stream
 * stay shut, so that a copy with a thousand past loans opens one.
 */
export const load =
  (shelf: Shelf) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string): TaskEither<Unreadable, Loaded<S>> =>
  async () => {
    const address = addressOf(aggregate)(id)
    const cached: CachedState = shelf.cache.get(address) ?? { ...beginning, state: aggregate.initial }
    // A cached state that stands at the end of its stream is what reading on would answer.
    if (shelf.stores[address.log].recent?.endOf(address.stream) === cached.revision) return E.right(cached as Loaded<S>)
    const events: Shut[] = []
    const pages = shelf.stores[address.log].readStream(address.stream, {
      direction: 'forwards',
      from: cached.revision + 1,
    })
    for await (const page of pages)
      for (const stored of page) {
        const event = shut(shelf.table)(address.log)(stored)
        if (event._tag === 'Left') return event
        events.push(event.right)
      }
    const living = livingScopes(cached.scopes, events)
    let state = cached.state as S
    for (const event of events) {
      const known = await remember(shelf.table, shelf.keys)((part) => living.has(part.scope))(event)()
      if (known._tag === 'Left') return known
      state = aggregate.evolve(known.right as AnyEvent as Ev)(state)
    }
    const recorded = events.at(-1)?.stored.recorded ?? cached.recorded
    const last = lastEventsAfter(
      cached.last,
      events.map(({ stored }) => stored),
    )
    const loaded = { state, revision: cached.revision + events.length, scopes: [...living], recorded, last }
    if (events.length > 0) shelf.cache.put(address, loaded)
    return E.right(loaded)
  }

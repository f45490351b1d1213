import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import {
  openEvent,
  decodeEvent,
  type SealedEvent,
  type EventReadError,
} from '../../../domain/command-handling/open-event'
import type { EventDamage } from '../../../domain/command-handling/event-damage'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import type { PlainOrErased } from '../../../domain/event/plain-or-erased'
import type { LogName } from '../../../domain/event/stream'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { ScopeId } from '../../../domain/values/ids'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'

/**
 * Decodes and opens stored events for the projectors and the reactor of this process. While they read the same recent
 * events, each event is decoded and opened once.
 */
export interface EventDecoder {
  readonly decode: (log: LogName) => (stored: RecordedEvent) => E.Either<EventDamage, SealedEvent>
  /** Opens every sealed part that can be opened. */
  readonly open: (event: SealedEvent) => TaskEither<EventReadError, EventWithMetadata>
  /** Loads the keys of these events by one request to the key store, so that opening the events needs none. */
  readonly prefetchKeys: (events: ReadonlyArray<SealedEvent>) => Task<void>
  /** How many opened events in memory hold a readable part of one of the scopes. */
  readonly countOpened: (scopes: ReadonlyArray<ScopeId>) => number
  /** Evicts all events from memory: after an erasure, and whenever the keys evict plaintext. */
  readonly clear: () => void
}

/** Keys are prefetched for so many events at a time: few keys are in memory, and are used soon. */
export const eventsPerKeyRequest = 64

/** The most events in memory. Projectors and reactor are seldom further apart. */
const maxEvents = 512

interface CachedEvent {
  readonly decoded: SealedEvent
  opened: E.Either<never, EventWithMetadata> | undefined
}

const everyPart = (): boolean => true

const hasReadablePart =
  (scopes: ReadonlySet<ScopeId>) =>
  ({ decoded, opened }: CachedEvent): boolean => {
    if (opened === undefined || E.isLeft(opened)) return false
    const sealed: Readonly<Partial<Record<string, PlainOrErased<unknown>>>> = opened.right.sealed
    return decoded.parts.some(({ class: name, scope }) => scopes.has(scope) && sealed[name]?._tag === 'Plain')
  }

/**
 * Creates an event decoder. Events are cached by object identity: an event that is read from the store again is decoded and
 * opened again. An event that is being opened while `clear` is called is not cached.
 */
export const createEventDecoder = (
  eventTable: EventTable,
  keys: Pick<CachingScopeKeys, 'openParts' | 'prefetchKeys'>,
): EventDecoder => {
  // A Map keeps the order of insertion: its first event is the oldest.
  let cache = new Map<RecordedEvent, CachedEvent>()
  const decodeIn = { circulation: decodeEvent(eventTable)('circulation'), persons: decodeEvent(eventTable)('persons') }
  const open = openEvent(eventTable, keys)(everyPart)

  const addToCache = (stored: RecordedEvent, decoded: SealedEvent): void => {
    const [oldest] = cache.size < maxEvents ? [] : cache.keys()
    if (oldest !== undefined) cache.delete(oldest)
    cache.set(stored, { decoded, opened: undefined })
  }
  return {
    decode: (log) => (stored) => {
      const cached = cache.get(stored)
      if (cached !== undefined) return E.right(cached.decoded)
      const decoded = decodeIn[log](stored)
      if (decoded._tag === 'Right') addToCache(stored, decoded.right)
      return decoded
    },
    open: (event) => async () => {
      const cached = cache.get(event.stored)
      if (cached?.opened !== undefined) return cached.opened
      const cacheBefore = cache
      const opened = await open(event)()
      if (cached !== undefined && opened._tag === 'Right' && cacheBefore === cache)
        cached.opened = E.right(opened.right)
      return opened
    },
    prefetchKeys: (events) => async () => {
      const sealed = events.filter(({ stored }) => cache.get(stored)?.opened === undefined)
      // One event needs one request anyway.
      if (sealed.length > 1) await keys.prefetchKeys(sealed.flatMap(({ parts }) => parts.map(({ scope }) => scope)))()
    },
    countOpened: (scopes) => [...cache.values()].filter(hasReadablePart(new Set(scopes))).length,
    clear: () => {
      cache = new Map()
    },
  }
}

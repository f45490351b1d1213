import type { StreamAddress } from '../event/stream'
import type { EventId, ScopeId } from '../values/ids'
import type { Revision } from './event-store'

/** One of the last events of a stream: what is needed to recognize a repeated command. */
export interface StreamEventReference {
  readonly id: EventId
  readonly revision: Revision
  readonly recorded: string
}

/** The state of an aggregate at a revision, and the scopes whose personal parts the state holds. */
export interface CachedState {
  readonly revision: Revision
  readonly state: unknown
  readonly scopes: ReadonlyArray<ScopeId>
  /**
   * When the event at that revision was recorded: a day (circulation) or a month (persons); '' before the first event.
   */
  readonly recorded: string
  /** Some of the last events of the stream up to that revision, in stream order, without gaps. */
  readonly last: ReadonlyArray<StreamEventReference>
}

/** A bounded cache of aggregate states. A state is evicted when one of its scopes is erased. */
export interface StateCache {
  readonly get: (address: StreamAddress) => CachedState | undefined
  /** How often scopes were evicted. Asked before a state is read, and given with it when it is put. */
  readonly evictions: () => number
  /** Caches a state, unless scopes were evicted since it was read: it may hold a part of them. */
  readonly put: (address: StreamAddress, cached: CachedState, evictions: number) => void
  readonly evict: (address: StreamAddress) => void
}

import type { Address } from '../event/stream'
import type { EventId, ScopeId } from '../values/ids'
import type { Revision } from './event-store'

/** One of the last events of a stream, as far as a command that comes again is known by it. */
export interface LastEvent {
  readonly id: EventId
  readonly revision: Revision
  readonly recorded: string
}

/** The state of an aggregate as of a revision, with the scopes whose personal parts it holds. */
export interface CachedState {
  readonly revision: Revision
  readonly state: unknown
  readonly scopes: ReadonlyArray<ScopeId>
  /** When the event at that revision was recorded: a day (circulation) or a month (persons); '' before the first. */
  readonly recorded: string
  /** Some of the stream's last events up to the revision, in order and without gaps. */
  readonly last: ReadonlyArray<LastEvent>
}

/** A bounded cache of states; a state is dropped when a scope in it is erased. */
export interface StateCache {
  readonly get: (address: Address) => CachedState | undefined
  readonly put: (address: Address, cached: CachedState) => void
  readonly drop: (address: Address) => void
}

import type { StreamAddress } from '../event/stream'
import type { ScopeId } from '../values/ids'
import type { Revision } from './event-store'

/** The state of an aggregate at a revision, and the scopes whose personal parts the state holds. */
export interface CachedState {
  readonly revision: Revision
  readonly state: unknown
  readonly scopes: ReadonlyArray<ScopeId>
  /**
   * When the event at that revision was recorded: a day (circulation) or a month (persons); '' before the first event.
   */
  readonly recorded: string
}

/** A bounded cache of aggregate states. A state is evicted when one of its scopes is erased. */
export interface StateCache {
  readonly get: (address: StreamAddress) => CachedState | undefined
  readonly put: (address: StreamAddress, cached: CachedState) => void
  readonly evict: (address: StreamAddress) => void
}

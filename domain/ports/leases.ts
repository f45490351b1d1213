import type { Option } from 'fp-ts/Option'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from './event-store'

/** The right of one process to do some work for a limited time. */
export interface Lease {
  /** A fencing token: it grows with each holder. A smaller token than the last one seen is refused. */
  readonly token: number
  /**
   * Whether the lease still lasts, by the holder's own clock and with a margin. A process that was paused too long
   * learns here that it has lost the lease.
   */
  readonly isHeld: () => boolean
  /** Extends the lease from now. False when it has ended, or the store does not answer. */
  readonly renew: Task<boolean>
  /** The lease before this one had an end that no process sets, and was therefore not waited for. */
  readonly formerEndWasTooFar?: boolean
  /** Ends the lease now. When the store does not answer, the lease ends when its time is over. */
  readonly release: Task<void>
}

/** Leases by the name of the work, such as `reactions` and `keeping`. One process at a time holds each. */
export interface Leases {
  /** How long a lease lasts unless it is renewed, in ms. */
  readonly durationMs: number
  /**
   * The lease, or none while another process holds it. One that ends later than any process sets counts as ended: the
   * work would wait for it for ever. */
  readonly acquire: (name: string) => TaskEither<StoreUnavailable, Option<Lease>>
  /**
   * Whether the token is the last one given out and its lease lasts. It is checked before an act that cannot be undone.
   */
  readonly isCurrent: (name: string, token: number) => TaskEither<StoreUnavailable, boolean>
}

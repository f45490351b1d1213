import type { Option } from 'fp-ts/Option'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from './event-store'

/** A right to do one kind of work alone, for a while. */
export interface Lease {
  /** Grows with every lease of a name: who holds an older one is told apart. */
  readonly token: number
  /** Whether it still lasts, by this machine's own monotonic clock and with a margin: a process may have stood still. */
  readonly isHeld: () => boolean
  /** Makes it last anew from now. False once it was lost: it never comes back. */
  readonly renew: Task<boolean>
  /** Lets another have it at once. */
  readonly release: Task<void>
}

/** Work that is done by one process at a time, by its name: `reactions`, `keeping`. */
export interface Leases {
  /** How long a lease lasts unless it is renewed, in ms. */
  readonly length: number
  /** A lease, or none while another process holds it. */
  readonly take: (name: string) => TaskEither<StoreUnavailable, Option<Lease>>
  /** Whether nobody has taken a newer lease of that name. */
  readonly isCurrent: (name: string, token: number) => TaskEither<StoreUnavailable, boolean>
}

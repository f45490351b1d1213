import type { Option } from 'fp-ts/Option'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from './event-store'

/** A piece of work that one process has for a while. */
export interface Lease {
  /** Grows with each holder: whoever brings a smaller one than was seen is too late. */
  readonly token: number
  /** Whether it lasts, by the holder's own clock and with a margin. One that was paused past its end learns it here. */
  readonly isHeld: () => boolean
  /** Makes it last from now; false when it has ended, or nobody can say. */
  readonly renew: Task<boolean>
  /** Lets others have it at once. Where that cannot be told to anyone, it ends by itself. */
  readonly release: Task<void>
}

/** Work that is done once at a time by whichever process, by names such as `reactions` and `keeping`. */
export interface Leases {
  /** How long a lease lasts unless it is renewed, in ms. */
  readonly length: number
  /** The lease, or none while somebody has it. */
  readonly take: (name: string) => TaskEither<StoreUnavailable, Option<Lease>>
  /** Whether a token is the last one given out and its lease has not ended: asked before what cannot be undone. */
  readonly isCurrent: (name: string, token: number) => TaskEither<StoreUnavailable, boolean>
}

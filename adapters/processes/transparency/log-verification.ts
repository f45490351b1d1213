import type { LogName, StreamName } from '../../../domain/event/stream'
import type { SignedHead } from '../../stores/heads/head-store'

/** An event of a log, by its index from 0, its stream and its type. */
export interface PlaceInLog {
  readonly index: number
  readonly stream: StreamName
  readonly revision: number
  readonly type: string
}

/** A signed head of a log that an auditor knows from elsewhere: nobody who changes the log can change it there. */
export interface KnownHead {
  /** What it is called, such as its file. */
  readonly name: string
  readonly head: SignedHead
}

/** How a log differs from what its heads have signed. */
export type LogFinding =
  /** The event is not the one that was signed at `signedIndex`. */
  | { readonly kind: 'changed'; readonly signedIndex: number; readonly event: PlaceInLog }
  /** The event was signed at `signedIndex` and stands elsewhere. */
  | { readonly kind: 'moved'; readonly signedIndex: number; readonly event: PlaceInLog }
  /** The event was not signed, and stands between events that were. */
  | { readonly kind: 'added'; readonly event: PlaceInLog }
  /** An event was signed at `signedIndex` and is gone; `after` is the one that stands before its place. */
  | { readonly kind: 'missing'; readonly signedIndex: number; readonly after: PlaceInLog | null }
  /** The tree with the hash of each event is gone too, or changed: the difference is among the events between two heads. */
  | { readonly kind: 'between heads'; readonly afterSize: number; readonly upToSize: number }
  /** The head is not signed by a key of the library, or is damaged. */
  | { readonly kind: 'head not valid'; readonly size: number }
  /** The head has signed another tree than the newest one. */
  | { readonly kind: 'head contradicts'; readonly size: number }
  /**
   * The log is not what a head has signed that was stored elsewhere: an event is changed, missing, added or moved between
   * `afterSize`, the size of the last such head that it agrees with (0 for none), and `size`.
   */
  | {
      readonly kind: 'differs from known head'
      readonly name: string
      readonly afterSize: number
      readonly size: number
      /** Whether the library has another head of the same size: then its key has signed both. */
      readonly isSignedAnew: boolean
    }
  /** A head that was stored elsewhere is signed by no key of the library. */
  | { readonly kind: 'known head not valid'; readonly name: string; readonly size: number }

/** The result of the verification of one log. */
export interface LogVerification {
  readonly log: LogName
  /** The events that were read. */
  readonly events: number
  /** The heads that were checked. */
  readonly heads: number
  /** The size of the newest head that is valid; null when there is none, and nothing is proved. */
  readonly newestHead: number | null
  /** The witnesses that have cosigned that head. */
  readonly witnesses: ReadonlyArray<string>
  /** The events that no head has signed yet. */
  readonly unsigned: number
  /** The findings; of the events that differ, the first thousand. */
  readonly findings: ReadonlyArray<LogFinding>
  /** How many findings there are. */
  readonly found: number
}

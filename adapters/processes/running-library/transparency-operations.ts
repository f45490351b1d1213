import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventAddress, LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import type { TileAddress } from '../../../retention/transparency/formats/tile-path'
import type { SignedHead } from '../../stores/heads/head-store'
import type { EventProof, EventProofError } from '../transparency/prove-event'
import type { LogVerification, KnownHead } from '../transparency/log-verification'
import type { CannotBeginAfterHead, ReportVerificationProgress } from '../transparency/verify-log'
import type { TileFolderError, TileFolderRequest, WrittenTiles } from '../transparency/write-tiles'
import type { HeadSigningError } from '../transparency/sign-heads'

/** A witness that has not cosigned the newest head of a log, and why. */
export interface WitnessProblem {
  readonly log: LogName
  readonly witness: string
  readonly problem: string
  /** Whether it has signed another tree than that of the log: then the log was changed. */
  readonly isContradiction: boolean
}

/** How the heads of a log fare with a witness, as far as this process knows. */
export interface WitnessStatus {
  readonly log: LogName
  readonly witness: string
  /** How often this process has sent a head, and got no cosignature. */
  readonly failedPosts: number
  /** Calendar days (Europe/Copenhagen) since the day of its newest cosignature; null while none is known. */
  readonly cosignatureAgeDays: number | null
}

/** What verifiers, monitors and witnesses need of the trees of both logs. */
export interface TransparencyOperations {
  /** Brings the trees to where heads are made of them, and signs the heads of the closings since the last one. */
  readonly signHeadsOfClosings: () => Promise<void>
  /** Signs the head of all events of *circulation*. In *persons* a head is made of closed months alone. */
  readonly signHeadOfCirculation: TaskEither<HeadSigningError, SignedHead | undefined>
  /** The newest signed head; undefined while there is none. */
  readonly lastHead: (log: LogName) => TaskEither<StoreUnavailable, SignedHead | undefined>
  /** The sizes of all signed heads, smallest first. */
  readonly sizesOfHeads: (log: LogName) => TaskEither<StoreUnavailable, ReadonlyArray<number>>
  /** The head of a size; undefined when none was signed. */
  readonly head: (log: LogName, size: number) => TaskEither<StoreUnavailable, SignedHead | undefined>
  /** The text of the head of a size as it is stored, also when it is no head; undefined when none was signed. */
  readonly headText: (log: LogName, size: number) => TaskEither<StoreUnavailable, string | undefined>
  /** A tile or bundle; undefined when the newest signed head does not have it. */
  readonly tile: (log: LogName, address: TileAddress) => TaskEither<StoreUnavailable, Uint8Array | undefined>
  /** Proves that an event is in its log, under the newest signed head. */
  readonly prove: (place: EventAddress) => TaskEither<EventProofError, EventProof>
  /** Writes the newest head of a log and its tree into a folder; undefined while there is no head. */
  readonly writeTiles: (
    request: Omit<TileFolderRequest, 'keys'>,
  ) => TaskEither<TileFolderError, WrittenTiles | undefined>
  /** The name of a log in its heads. */
  readonly origin: (log: LogName) => string
  /** Every key that signed a head, and the one that signs now, of one log. */
  readonly keys: (log: LogName) => TaskEither<StoreUnavailable, ReadonlyArray<NoteKey>>
  /**
   * Compares a log with all that its heads have signed: the whole log, or the events after the head of a size. The whole log
   * also with heads that were stored elsewhere. Reports the progress.
   */
  readonly verify: (
    log: LogName,
    after: number,
    report: ReportVerificationProgress,
    known?: ReadonlyArray<KnownHead>,
  ) => TaskEither<StoreUnavailable | CannotBeginAfterHead, LogVerification>
  /**
   * Sends the newest heads to the witnesses that have not cosigned them, and stores their cosignatures. Does nothing while
   * another process does it.
   */
  readonly cosignHeads: (isStopping?: () => boolean) => Promise<void>
  /** Why witnesses have not cosigned the newest heads, as of the last attempt. */
  readonly witnessProblems: () => ReadonlyArray<WitnessProblem>
  /** One for each log and witness. */
  readonly witnessStatuses: () => ReadonlyArray<WitnessStatus>
  readonly close: () => Promise<void>
}

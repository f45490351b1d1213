import type { TaskEither } from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Checkpoint } from '../../../retention/transparency/formats/checkpoint'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import type { SignedNote } from '../../../retention/transparency/formats/signed-note'

/** A head that the library signed, with the cosignatures that it has. */
export interface SignedHead extends Checkpoint {
  readonly note: SignedNote
}

/** The names of the witnesses that have cosigned a head. */
export const witnessesOfHead = ({ origin, note }: Pick<SignedHead, 'origin' | 'note'>): ReadonlyArray<string> =>
  note.signatures.flatMap(({ name }) => (name === origin ? [] : [name]))

/**
 * The signed heads of both logs. They cannot be made anew: a cosignature has its time. They outlive the logs that they
 * sign, so that a log which was replaced by an older copy does not take them with it.
 */
export interface HeadStore {
  /** The sizes of the signed heads, smallest first. */
  readonly sizes: (log: LogName) => TaskEither<StoreUnavailable, ReadonlyArray<number>>
  /** The head of a size; undefined when none was signed. StoreUnavailable also when it is damaged. */
  readonly read: (log: LogName, size: number) => TaskEither<StoreUnavailable, SignedHead | undefined>
  /** The text of the head of a size as it is stored, whatever it is; undefined when none was signed. */
  readonly readText: (log: LogName, size: number) => TaskEither<StoreUnavailable, string | undefined>
  /** Stores a head in the place of one of the same size, and the key that signed it. */
  readonly put: (log: LogName, note: SignedNote, key: NoteKey) => TaskEither<StoreUnavailable, void>
  /** Every key that signed a head, in the order of their first heads. */
  readonly keys: TaskEither<StoreUnavailable, ReadonlyArray<NoteKey>>
}

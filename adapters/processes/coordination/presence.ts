import type { TaskEither } from 'fp-ts/TaskEither'
import type { ScopeId } from '../../../domain/values/ids'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { longestHeld } from '../../../retention/keys/key-cache'

/**
 * How long after a process last fetched a key it may still hold it, in ms; two machines may measure a minute
 * differently.
 */
export const keysMayBeHeld = longestHeld + 5000

/** Ms between the times that a process says that it is there. */
export const betweenSigns = 10_000

/** By its number: whether all have read both logs to their ends. Each is asked after something was erased. */
export type Question = number

/**
 * Which processes serve the library, and whether they have read what is erased. A process that has read an erasure
 * holds no key of it any more, and no row in its files; one that has said nothing for longer than keys are held has no
 * such key left. Nothing is kept of where the logs end: those who have persons and circulation apart would be told which
 * places in them belong to one moment.
 */
export interface Presence {
  /** This process is there, and is waited for: said before it fetches its first key, and again now and then. */
  readonly sign: TaskEither<StoreUnavailable, void>
  /**
   * Asks all whether they have read that these scopes are erased; whoever asks has written it. Asked once more about the
   * same, by one who goes on with what another began, it is the same question: what was answered stays answered.
   */
  readonly ask: (scopes: ReadonlyArray<ScopeId>) => TaskEither<StoreUnavailable, Question>
  /** The question that was asked last. */
  readonly asked: TaskEither<StoreUnavailable, Question>
  /** This process has read both logs to the ends they had after the question was asked. */
  readonly answer: (question: Question) => TaskEither<StoreUnavailable, void>
  /** Whether every process that is there has answered. */
  readonly allAnswered: (question: Question) => TaskEither<StoreUnavailable, boolean>
  /**
   * What the files of this process are encrypted with, besides the ring: made when it is first asked for, and again when
   * it is gone. Without it they are folded anew.
   */
  readonly secret: TaskEither<StoreUnavailable, Uint8Array>
  /** Destroys the secrets of all who are not there, or have not answered: nobody reads their files any more. */
  readonly forsake: (question: Question) => TaskEither<StoreUnavailable, void>
  /** This process ends, and holds nothing any more. */
  readonly leave: TaskEither<StoreUnavailable, void>
}

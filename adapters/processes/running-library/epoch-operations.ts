import type { TaskEither } from 'fp-ts/TaskEither'
import type { EpochRollResult, RollFailed, RollWaits } from '../../../retention/epochs/roll-epoch'

/** A roll, or a destruction, waits for processes of the library, or for somebody who removes an obstacle. */
export interface RollWaiting {
  /** A text for people, which names no process. */
  readonly reason: string
  /** Whether it waits for other processes since yesterday or longer, or cannot go on by itself. */
  readonly isLate: boolean
}

/** The epochs of the wrapping keys of a running library. */
export interface EpochOperations {
  /**
   * Begins the next epoch and moves everything to it, or finishes an interrupted roll. Reports the keys re-wrapped so far.
   * While another process of the library rolls, waits for it. RollWaits when a process has not confirmed a step in time.
   */
  readonly roll: (
    report: (rewrapped: number, total: number) => void,
  ) => TaskEither<RollFailed | RollWaits, EpochRollResult>
  /**
   * Rolls when a day was closed since the newest epoch was begun, and destroys the wrapping keys that were in escrow long
   * enough, unless another process does. A failure raises an alarm, and the next call goes on from there.
   */
  readonly maintain: () => Promise<void>
  /** Takes and confirms the step of a roll that another process has requested. Call it every second. */
  readonly takeRequestedStep: () => Promise<void>
  /** What a roll, or a destruction, waits for; null when it waits for nothing. */
  readonly waiting: () => Promise<RollWaiting | null>
}

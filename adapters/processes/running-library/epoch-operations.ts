import type { TaskEither } from 'fp-ts/TaskEither'
import type { EpochRolled, RollFailed } from '../../../retention/epochs/roll-epoch'

/** Several processes use the stores, each with a ring of its own. This version rolls no epoch then. */
export interface RingIsNotShared {
  readonly _tag: 'RingIsNotShared'
}

/** The epochs of the wrapping keys of a running library. */
export interface EpochOperations {
  /** Begins the next epoch and moves everything to it, or finishes an interrupted roll. Reports the keys re-wrapped so far. */
  readonly roll: (
    report: (rewrapped: number, total: number) => void,
  ) => TaskEither<RollFailed | RingIsNotShared, EpochRolled>
  /**
   * Rolls when a day was closed since the current epoch was begun, and destroys the wrapping keys that were in escrow long
   * enough. A failure raises an alarm, and the next call goes on from there.
   */
  readonly maintain: () => Promise<void>
}

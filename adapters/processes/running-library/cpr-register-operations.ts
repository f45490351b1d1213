import type { Task } from 'fp-ts/Task'
import type { BorrowerId } from '../../../domain/values/ids'

/** The work with the CPR register. Without a register each does nothing. None fails: what is left is done by the next run. */
export interface CprRegisterOperations {
  /** Fetches what the register says of a borrower who was registered, and asks for changes, when the register answers. */
  readonly complete: (borrower: BorrowerId) => Task<void>
  /** Ends the subscriptions of the borrowers who are about to be erased. Waits for the register for a few seconds at most. */
  readonly endSubscriptionsBeforeErasing: Task<void>
  /**
   * Completes registrations, ends subscriptions and applies the feed, in one process at a time. `isStopping` ends it after
   * the person under way.
   */
  readonly run: (isStopping?: () => boolean) => Promise<void>
}

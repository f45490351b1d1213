import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { BorrowerId } from '../values/ids'

/**
 * Reads how a borrower is reached, before the erasure. The answered task then hands over "you are being erased", once, from
 * memory: it is never stored, recorded or tried again. The task waits for a second at most, and the hand-over goes on without
 * it; it succeeds in every case.
 */
export type PrepareErasedMessage = (borrower: BorrowerId) => TaskEither<EventReadError, Task<void>>

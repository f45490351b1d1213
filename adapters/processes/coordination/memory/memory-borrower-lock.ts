import type { BorrowerLock } from '../../../../domain/ports/borrower-lock'
import { keyedQueue } from '../../../system/concurrency/keyed-queue'

/** The borrower lock of a single process. Holds a queue only for borrowers with a running or waiting command. */
export const memoryBorrowerLock = (): BorrowerLock => keyedQueue()

import type { Gate } from '../../../../domain/ports/gate'
import { keyedQueue } from '../../../system/concurrency/keyed-queue'

/** A gate for one process: a queue for each borrower that somebody is waiting for, and nothing for anybody else. */
export const gateInProcess = (): Gate => keyedQueue()

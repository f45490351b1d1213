import type { StreamQueue } from '../../../../domain/ports/stream-queue'
import { keyedQueue } from '../../../system/concurrency/keyed-queue'

/** The stream queue of this process. Holds a queue only for streams with a running or waiting command. */
export const createMemoryStreamQueue = (): StreamQueue => {
  const queue = keyedQueue()
  return ({ log, stream }) => queue(`${log}/${stream}`)
}

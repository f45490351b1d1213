import type { Task } from 'fp-ts/Task'
import type { StreamAddress } from '../event/stream'

/**
 * Runs one task at a time for each stream, in the order of the calls. It holds for one process: another process can
 * still append to the stream meanwhile.
 */
export type StreamQueue = (address: StreamAddress) => <A>(task: Task<A>) => Task<A>

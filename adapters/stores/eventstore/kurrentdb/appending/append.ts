import { ErrorType } from '@eventstore/db-client'
import { either } from 'fp-ts'
import type { AppendError, EventStore, StoredEvent } from '../../../../../domain/ports/event-store'
import { keyedQueue } from '../../../../system/concurrency/keyed-queue'
import { invalid } from '../../invalid-append'
import type { Packed } from './append-request'
import { attempt, type Append, type Writing } from './attempt'
import { tooLarge, wrongForServer } from './check'
import { pack } from '../content'
import { commandError, storeUnavailable } from '../calling/failure'
import { patiently } from '../calling/patience'
import type { Reachability } from '../calling/reachability'
import type { Reached } from '../reached'
import type { KurrentSettings } from '../settings'

const packed = ({ id, type, ...content }: StoredEvent): Packed => ({ id, type, data: pack(content) })

const refusal = (error: unknown): AppendError =>
  commandError(error)?.type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED
    ? invalid('the events of the append are larger together than this server takes')
    : storeUnavailable(error)

/**
 * Appends that are repeated with the same ids while their answer is lost, so that one that was written answers its
 * first result. Once patience ends the store counts as unavailable; whether the events stand is then open, and a
 * repeat will tell.
 */
export const appendingTo = (
  writing: Writing,
  reached: Reached,
  settings: KurrentSettings,
  reachability: Reachability,
): EventStore['append'] => {
  // Two callers in this process who append the same events at once are told apart: the second finds what the first wrote.
  const queue = keyedQueue()
  const ask = patiently(settings, reachability)
  const run = async (append: Append): ReturnType<ReturnType<EventStore['append']>> => {
    const before = reached.last()
    try {
      const answer = await ask(async (tries) => {
        const tried = await attempt(writing, append)
        if (either.isLeft(tried)) return tried
        const { position, repeated } = tried.right
        return either.right({ ...tried.right, repeated: position <= before || (repeated && tries === 0) })
      })
      if (either.isRight(answer)) reached.see(answer.right.position)
      return answer
    } catch (error) {
      return either.left(refusal(error))
    }
  }
  return (stream, expected, events) => async () => {
    const wrong = wrongForServer(stream, expected, events)
    if (wrong !== undefined) return either.left(wrong)
    const append = { stream, expected, events, packed: events.map(packed) }
    const large = tooLarge(append.packed)
    return large === undefined ? queue(`${stream} ${events[0]?.id ?? ''}`)(() => run(append))() : either.left(large)
  }
}

import { ErrorType } from '@eventstore/db-client'
import { either } from 'fp-ts'
import type { AppendError, EventStore, StoredEvent } from '../../../../../domain/ports/event-store'
import { keyedQueue } from '../../../../system/concurrency/keyed-queue'
import { invalidAppend } from '../../invalid-append'
import type { EncodedEvent } from './batch-append-messages-of'
import { attemptAppend, type EncodedAppend, type KurrentAppendDependencies } from './attempt-append'
import { validateAppendSize, validateKurrentAppend } from './validate-kurrent-append'
import { encodeKurrentEventData } from '../kurrent-event-data'
import { asKurrentClientError, kurrentUnavailable } from '../calling/kurrent-failure'
import { retryTransient } from '../calling/retry-transient'
import type { CircuitBreaker } from '../calling/circuit-breaker'
import type { HighestSeenPosition } from '../track-highest-seen-position'
import type { KurrentSettings } from '../kurrent-settings'

const encodeEvent = ({ id, type, code, ...content }: StoredEvent): EncodedEvent => ({
  id,
  type,
  code,
  data: encodeKurrentEventData(content),
})

const appendErrorOf = (error: unknown): AppendError =>
  asKurrentClientError(error)?.type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED
    ? invalidAppend('the events of the append are larger together than this server allows')
    : kurrentUnavailable(error)

/**
 * Repeats an append with the same ids while its answer is lost; an append that was written answers its first result.
 * After `retryTimeout` it answers StoreUnavailable. The outcome is unknown then, and the caller may repeat the append to
 * learn it.
 */
export const appendRetryingLostAnswers = (
  dependencies: KurrentAppendDependencies,
  highestSeen: HighestSeenPosition,
  settings: KurrentSettings,
  reachability: CircuitBreaker,
): EventStore['append'] => {
  // Serialises callers in this process that append the same events, so that the second finds what the first wrote.
  const queue = keyedQueue()
  const retry = retryTransient(settings, reachability)
  const appendWithIds = async (append: EncodedAppend): ReturnType<ReturnType<EventStore['append']>> => {
    const highestBefore = highestSeen.current()
    try {
      const result = await retry(async (attempt) => {
        const result = await attemptAppend(dependencies, append)
        if (either.isLeft(result)) return result
        const { position, repeated } = result.right
        return either.right({ ...result.right, repeated: position <= highestBefore || (repeated && attempt === 0) })
      })
      if (either.isRight(result)) highestSeen.record(result.right.position)
      return result
    } catch (error) {
      return either.left(appendErrorOf(error))
    }
  }
  return (stream, expected, events) => async () => {
    const invalid = validateKurrentAppend(stream, expected, events)
    if (invalid !== undefined) return either.left(invalid)
    const append = { stream, expected, events, encoded: events.map(encodeEvent) }
    const tooLarge = validateAppendSize(append.encoded)
    return tooLarge === undefined
      ? queue(`${stream} ${events[0]?.id ?? ''}`)(() => appendWithIds(append))()
      : either.left(tooLarge)
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { AppendError, AppendResult, StoreUnavailable } from '../../../../domain/ports/event-store'
import {
  isOutcomeUnknown,
  isPostgresInvalidValueError,
  isPostgresSystemFailure,
  postgresUnavailable,
} from '../../postgres/postgres-failure'
import { withPoolClient } from '../../postgres/with-pool-client'
import { invalidAppend } from '../invalid-append'
import { callAppendFunction } from './call-append-function'
import type { AppendRequest } from './next-append-batch'
import { answerOfPostgresAppend } from './answer-of-postgres-append'

/** How long an append whose answer was lost is repeated, in ms. */
const retryTimeout = 5000
const retryPause = 100

/** The answers to the appends of a batch, in their order. */
type BatchResults = ReadonlyArray<Either<AppendError, AppendResult>>

const outcomeUnknown: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the answer was lost: repeat the append with the same ids to learn whether it was written',
}

/** The batch is committed already; an error after that makes the outcome of its appends unknown, not failed. */
const rejectAsLost = (cause: unknown): never => {
  throw new Error('the answer was lost', { cause })
}

const appendBatchOnce = (pool: Pool, batch: ReadonlyArray<AppendRequest>, onSent: () => void): Promise<BatchResults> =>
  withPoolClient(pool)(async (client) => {
    onSent()
    const outcomes = await callAppendFunction(batch)(client)
    const answers: Array<Either<AppendError, AppendResult>> = []
    for (const [at, outcome] of outcomes.entries()) {
      const request = batch[at]
      if (request !== undefined)
        answers.push(await answerOfPostgresAppend(client)(request, outcome).catch(rejectAsLost))
    }
    return answers
  })

/**
 * Repeats a batch with the same ids while the outcome is unknown; a repeat answers what was written the first time. An
 * error before the batch was sent is thrown at once.
 */
const appendUntilKnown = async (pool: Pool, batch: ReadonlyArray<AppendRequest>): Promise<BatchResults> => {
  const delivery = { sent: false }
  for (const deadline = performance.now() + retryTimeout; ; await pause(retryPause)) {
    const wasSentBefore = delivery.sent
    try {
      return await appendBatchOnce(pool, batch, () => void (delivery.sent = true))
    } catch (error) {
      if (!wasSentBefore && !(delivery.sent && isOutcomeUnknown(error))) throw error
      if (performance.now() > deadline) return batch.map(() => either.left(outcomeUnknown))
    }
  }
}

/**
 * Writes a batch, at most one append a stream, in one transaction, and answers each append. When one append cannot be
 * written, each append is tried again in a transaction of its own. When the server, disk or network fails, all appends
 * are answered with StoreUnavailable.
 */
export const appendBatchWithRetries = async (
  pool: Pool,
  batch: ReadonlyArray<AppendRequest>,
): Promise<BatchResults> => {
  try {
    return await appendUntilKnown(pool, batch)
  } catch (error) {
    if (batch.length > 1 && !isPostgresSystemFailure(error))
      return (await Promise.all(batch.map((request) => appendBatchWithRetries(pool, [request])))).flat()
    const refusal = isPostgresInvalidValueError(error)
      ? invalidAppend('the database cannot store the text of an event (it may contain a NUL character)')
      : postgresUnavailable(error)
    return batch.map(() => either.left(refusal))
  }
}

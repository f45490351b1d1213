import { setTimeout as pause } from 'node:timers/promises'
import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Pool } from 'pg'
import type { AppendError, Appended, StoreUnavailable } from '../../../../domain/ports/event-store'
import { isInDoubt, isOfTheData, isOfTheMachine, storeUnavailable } from '../../postgres/failure'
import { withClient } from '../../postgres/with-client'
import { invalid } from '../invalid-append'
import { appendBatch } from './append-batch'
import type { Appending } from './batch'
import { settle } from './settle'

/** How long an append whose answer was lost is asked about again, in ms; then it is told that nobody knows. */
const askAgainWithin = 5000
const betweenTries = 100

/** What to answer the appends of a batch, in their order. */
export type Outcomes = ReadonlyArray<Either<AppendError, Appended>>

const unknown: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the answer was lost: repeat the append with the same ids to learn whether it was written',
}

/** What was written is written: when the rest of an answer is lost, nothing but the answer is missing. */
const unanswered = (cause: unknown): never => {
  throw new Error('the answer was lost', { cause })
}

const tryOnce = (pool: Pool, batch: ReadonlyArray<Appending>, sent: () => void): Promise<Outcomes> =>
  withClient(pool)(async (client) => {
    sent()
    const outcomes = await appendBatch(batch)(client)
    const answers: Array<Either<AppendError, Appended>> = []
    for (const [at, outcome] of outcomes.entries()) {
      const appending = batch[at]
      if (appending !== undefined) answers.push(await settle(client)(appending, outcome).catch(unanswered))
    }
    return answers
  })

/**
 * An answer that was lost on the way is asked for again with the same ids, which answers what was written the first
 * time. Where nothing had been sent, nothing is in doubt.
 */
const tryUntilKnown = async (pool: Pool, batch: ReadonlyArray<Appending>): Promise<Outcomes> => {
  const doubt = { sent: false }
  for (const until = performance.now() + askAgainWithin; ; await pause(betweenTries)) {
    const before = doubt.sent
    try {
      return await tryOnce(pool, batch, () => void (doubt.sent = true))
    } catch (error) {
      if (!before && !(doubt.sent && isInDoubt(error))) throw error
      if (performance.now() > until) return batch.map(() => either.left(unknown))
    }
  }
}

/**
 * Writes a batch, one append a stream at most, in one transaction, and answers each of it. What cannot be written
 * spoils nothing but itself: its neighbours are tried again, each alone. When the machine fails, all are told so.
 */
export const writeBatch = async (pool: Pool, batch: ReadonlyArray<Appending>): Promise<Outcomes> => {
  try {
    return await tryUntilKnown(pool, batch)
  } catch (error) {
    if (batch.length > 1 && !isOfTheMachine(error))
      return (await Promise.all(batch.map((appending) => writeBatch(pool, [appending])))).flat()
    const refused = isOfTheData(error) ? invalid('the database takes no such text') : storeUnavailable(error)
    return batch.map(() => either.left(refused))
  }
}

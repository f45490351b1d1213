import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { PoolClient } from 'pg'
import type { AppendError, Appended } from '../../../../domain/ports/event-store'
import { decideAppend } from '../decide-append'
import { positionOf } from '../position'
import type { Outcome } from './append-batch'
import type { Appending } from './batch'
import { standingFor } from './standing'

/** What to answer an append, after its batch: what was written, the first answer once more, or why it was refused. */
export const settle =
  (client: PoolClient) =>
  async (appending: Appending, { fits, last, place }: Outcome): Promise<Either<AppendError, Appended>> => {
    if (fits) return either.right({ revision: last, position: positionOf(place), repeated: false })
    const { stream, expected, events } = appending
    const decision = decideAppend(stream, expected, events, await standingFor(appending, last)(client))
    if (either.isLeft(decision)) return decision
    return decision.right._tag === 'Repeat'
      ? either.right(decision.right.appended)
      : either.left({ _tag: 'StoreUnavailable', reason: 'the stream changed while it was looked at' })
  }

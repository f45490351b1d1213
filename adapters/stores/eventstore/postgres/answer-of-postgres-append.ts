import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { PoolClient } from 'pg'
import type { AppendError, AppendResult } from '../../../../domain/ports/event-store'
import { decideAppend } from '../decide-append'
import { positionOfSequence } from '../sequence-position'
import type { AppendFunctionResult } from './call-append-function'
import type { AppendRequest } from './next-append-batch'
import { readStateForRepeatedAppend } from './read-state-for-repeated-append'

/** The answer to one append of a batch: the new events' position, the first result of a repeat, or a refusal. */
export const answerOfPostgresAppend =
  (client: PoolClient) =>
  async (
    request: AppendRequest,
    { isWritten, lastRevision, lastSequence }: AppendFunctionResult,
  ): Promise<Either<AppendError, AppendResult>> => {
    if (isWritten)
      return either.right({ revision: lastRevision, position: positionOfSequence(lastSequence), repeated: false })
    const { stream, expected, events } = request
    const decision = decideAppend(
      stream,
      expected,
      events,
      await readStateForRepeatedAppend(request, lastRevision)(client),
    )
    if (either.isLeft(decision)) return decision
    return decision.right._tag === 'Repeat'
      ? either.right(decision.right.appended)
      : either.left({ _tag: 'StoreUnavailable', reason: 'the stream changed during the append: try again' })
  }

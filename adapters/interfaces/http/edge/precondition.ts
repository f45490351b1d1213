import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Handled } from '../../../../domain/command-handling/handle'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import { etagOf } from './etag'

/** A command that changed nothing was decided on what stands there; that must be what the caller has read. */
const sawIt =
  (ifMatch: string | undefined) =>
  ({ position, repeated, revision }: Handled<unknown>): boolean =>
    ifMatch === undefined || repeated || position !== undefined || etagOf(revision) === ifMatch

/**
 * Tells what came of a command under If-Match: a conflict means that what was read has changed since. A repeat under
 * the same idempotency key is answered with its first answer, though the ETag has moved on by it.
 */
export const underCondition =
  (ifMatch: string | undefined) =>
  <A extends Handled<unknown>>(handled: TE.TaskEither<Failure, A>): TE.TaskEither<Failure, A> =>
    pipe(
      handled,
      TE.mapLeft((failure): Failure =>
        ifMatch !== undefined && failure._tag === 'Conflict' ? edge('PreconditionFailed') : failure,
      ),
      TE.filterOrElse(sawIt(ifMatch), (): Failure => edge('PreconditionFailed')),
    )

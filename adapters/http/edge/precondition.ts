import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'

/** Goes on when what the caller has read is what stands there now, or when the caller does not ask. */
export const unchangedSince =
  (ifMatch: string | undefined) =>
  (now: TE.TaskEither<Failure, string>): TE.TaskEither<Failure, void> =>
    ifMatch === undefined
      ? TE.right(undefined)
      : pipe(
          now,
          TE.filterOrElse(
            (etag) => etag === ifMatch,
            (): Failure => edge('PreconditionFailed'),
          ),
          TE.map(() => undefined),
        )

/** A conflict under If-Match means that what was read has changed since. */
export const conflictIsStale =
  (ifMatch: string | undefined) =>
  (failure: Failure): Failure =>
    ifMatch !== undefined && failure._tag === 'Conflict' ? edge('PreconditionFailed') : failure

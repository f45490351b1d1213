import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandResult } from '../../../../domain/command-handling/handle-command'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import { etagOfRevision } from './etag'

/** Whether a command that changed nothing was decided on the revision that the caller had read. */
const isCurrent =
  (ifMatch: string | undefined) =>
  ({ position, repeated, revision }: CommandResult<unknown>): boolean =>
    ifMatch === undefined || repeated || position !== undefined || etagOfRevision(revision) === ifMatch

/**
 * Answers 412 when a command under If-Match met a newer revision. A repeat under the same idempotency key gets its
 * first answer, although its own write moved the ETag.
 */
export const withPrecondition =
  (ifMatch: string | undefined) =>
  <A extends CommandResult<unknown>>(handled: TE.TaskEither<HttpFailure, A>): TE.TaskEither<HttpFailure, A> =>
    pipe(
      handled,
      TE.mapLeft((failure): HttpFailure =>
        ifMatch !== undefined && failure._tag === 'Conflict' ? httpRequestFailure('PreconditionFailed') : failure,
      ),
      TE.filterOrElse(isCurrent(ifMatch), (): HttpFailure => httpRequestFailure('PreconditionFailed')),
    )

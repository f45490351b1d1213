import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { HttpFailure } from '../problems/http-failure'
import { recordOpeningOfDay } from '../request-handling/record-opening'
import type { RouteHandler, RouteRequest } from './route-handler'

/** Whose records an answer shows, by what the path names and by the answer. */
export type RecordsInAnswer<P, A> = (params: P, answer: A, rows: ReadModelRows) => ReadonlyArray<BorrowerId>

/** Why a record was looked at that a program of the library asked for: the borrower reads it. */
const reason = 'Opslag i lånerens oplysninger'

/** One opening for each borrower, member of staff and day. Borrowers and guardians read their own; auditors see no value. */
const recordLooks =
  ({ library, caller }: Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'caller'>) =>
  (borrowers: ReadonlyArray<BorrowerId>): TE.TaskEither<HttpFailure, unknown> =>
    caller.role === 'staff'
      ? pipe(
          borrowers,
          TE.traverseSeqArray((borrower) =>
            recordOpeningOfDay(library, caller)({ borrower, opened: 'record', reason, approvedBy: null }),
          ),
        )
      : TE.right(undefined)

/**
 * The handler of a route whose answer shows records. Staff have looked at each record that they get: the borrower is told, and
 * nothing is answered when the look cannot be recorded.
 */
export const recordLooksOfStaff = <P, Q, B, A>(
  recordsIn: RecordsInAnswer<P, A> | undefined,
  handle: RouteHandler<P, Q, B, A>,
): RouteHandler<P, Q, B, A> =>
  recordsIn === undefined
    ? handle
    : (request) =>
        pipe(
          handle(request),
          TE.tap(({ body }) => recordLooks(request)(recordsIn(request.params, body, request.library.rows))),
        )

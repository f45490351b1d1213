import * as E from 'fp-ts/Either'
import type { BorrowerId } from '../../../../domain/values/ids'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpCaller } from '../tokens/caller'

/**
 * Refuses a borrower access to what belongs to somebody else. What has no owner (undefined) is refused to a borrower in
 * the same words, so that the answer does not tell whether it exists.
 */
export const requireOwnData =
  (caller: HttpCaller) =>
  (owner: BorrowerId | undefined): E.Either<HttpFailure, void> =>
    caller.role === 'borrower' && caller.subject !== owner
      ? E.left(httpRequestFailure('NotYourOwn'))
      : E.right(undefined)

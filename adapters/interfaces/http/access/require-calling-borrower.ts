import * as E from 'fp-ts/Either'
import type { BorrowerId } from '../../../../domain/values/ids'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpCaller } from '../tokens/caller'

/** The borrower who calls; refuses every other caller. For the routes under /me. */
export const requireCallingBorrower = (caller: HttpCaller): E.Either<HttpFailure, BorrowerId> =>
  caller.role === 'borrower' ? E.right(caller.subject) : E.left(httpRequestFailure('RoleIsMissing'))

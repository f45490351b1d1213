import * as E from 'fp-ts/Either'
import { mayLogIn } from '../../../../domain/policy/log-in-policy'
import type { BorrowerId } from '../../../../domain/values/ids'
import { recordedBlocksOfBorrower } from '../../../../projections/borrowers/borrower-record-queries'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpCaller } from '../tokens/caller'

/** Refuses log-in to a borrower with a block `O`, `S` or `D`, in whichever way the borrower logs in. */
export const refuseBlockedLogIn =
  (rows: ReadModelRows) =>
  (borrower: BorrowerId): E.Either<HttpFailure, BorrowerId> =>
    mayLogIn(recordedBlocksOfBorrower(borrower)(rows).map(({ reason }) => reason))
      ? E.right(borrower)
      : E.left(httpRequestFailure('LogInIsRefused'))

/** The same for whoever calls. Tokens and sessions outlive a block, so each request is checked. */
export const refuseBlockedCaller =
  (rows: ReadModelRows) =>
  (caller: HttpCaller): E.Either<HttpFailure, HttpCaller> =>
    caller.role === 'borrower' ? E.map(() => caller)(refuseBlockedLogIn(rows)(caller.subject)) : E.right(caller)

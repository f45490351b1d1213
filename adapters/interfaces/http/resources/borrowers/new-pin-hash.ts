import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../../../../../domain/borrower/borrower-aggregate'
import { streamAddressOfAggregate } from '../../../../../domain/command-handling/aggregate'
import { pinIdFromIds } from '../../../../../domain/use-cases/pin-id-from-ids'
import type { UseCaseIds } from '../../../../../domain/use-cases/repeatable-ids-of-use-case'
import { runUseCaseWithIds } from '../../../../../domain/use-cases/run-use-case-with-ids'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { pinHashOfBorrower } from '../../../../../projections/borrowers/borrower-record-queries'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { loadBorrower } from './borrower-etag'
import { hashPinInQueue } from './pin-hash'

type PinRequest = Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'origin' | 'source'>

/** The borrower whose PIN a request sets. A registration derives the id. */
type BorrowerFromIds = (ids: UseCaseIds) => BorrowerId

/**
 * The hash of the PIN in force, when this very request, under its idempotency key, has set it: then it is a repeat, and nothing
 * is hashed or checked again. Otherwise undefined. A request for another PIN, or with another present PIN, gives another id.
 */
export const pinHashOfRepeat = (
  { library, origin }: PinRequest,
  borrowerFrom: BorrowerFromIds,
): TE.TaskEither<HttpFailure, string | undefined> => {
  if (origin._tag === 'Once') return TE.right(undefined)
  const { useCaseDependencies } = library
  const aggregate = borrowerAggregate(useCaseDependencies.policy)
  const metadata = { at: useCaseDependencies.commandHandling.clock.now(), origin }
  return pipe(
    runUseCaseWithIds(useCaseDependencies)(metadata, (ids) => streamAddressOfAggregate(aggregate)(borrowerFrom(ids)))(
      (ids) => TE.right({ pin: pinIdFromIds(ids), borrower: borrowerFrom(ids) }),
    ),
    TE.mapLeft((failure): HttpFailure => failure),
    TE.bind('loaded', ({ borrower }) => loadBorrower(library)(borrower)),
    TE.chain(({ pin, borrower, loaded: { state } }) =>
      state._tag === 'Registered' && state.pin === pin
        ? pipe(readCaughtUpRows(library), TE.map(pinHashOfBorrower(borrower)))
        : TE.right(undefined),
    ),
  )
}

/** Hashes the PIN of a registration, once those before it are done; the repeat of one is not hashed again. */
export const hashPinOfRegistration = (
  request: PinRequest,
  borrowerFrom: BorrowerFromIds,
  pin: string,
): TE.TaskEither<HttpFailure, string> =>
  pipe(
    pinHashOfRepeat(request, borrowerFrom),
    TE.chain((hash) => (hash === undefined ? hashPinInQueue(request.source)(pin) : TE.right(hash))),
  )

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../../../../../domain/borrower/borrower-aggregate'
import { streamAddressOfAggregate } from '../../../../../domain/command-handling/aggregate'
import { runUseCaseWithIds } from '../../../../../domain/use-cases/run-use-case-with-ids'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'
import { loadBorrower } from './borrower-etag'

/** The step of the use case that gives a PIN its id. */
export const stepOfPinId = 'pin'

/**
 * Whether this very request, under its idempotency key, has set the PIN in force: then it is a repeat. A request for another
 * PIN, or with another present PIN, gives another id.
 */
export const hasSetPresentPin = ({
  library: { useCaseDependencies },
  params: { borrower },
  origin,
}: RouteRequest<{ readonly borrower: BorrowerId }, unknown, unknown>): TE.TaskEither<HttpFailure, boolean> => {
  if (origin._tag === 'Once') return TE.right(false)
  const aggregate = borrowerAggregate(useCaseDependencies.policy)
  const metadata = { at: useCaseDependencies.commandHandling.clock.now(), origin }
  return pipe(
    runUseCaseWithIds(useCaseDependencies)(metadata, () => streamAddressOfAggregate(aggregate)(borrower))((ids) =>
      TE.right(ids.idFor(stepOfPinId)),
    ),
    TE.mapLeft((failure): HttpFailure => failure),
    TE.bindTo('pin'),
    TE.bind('loaded', () => loadBorrower({ useCaseDependencies })(borrower)),
    TE.map(({ pin, loaded: { state } }) => state._tag === 'Registered' && state.pin === pin),
  )
}

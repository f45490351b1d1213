import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerAtLending } from '../../pages/lending/lending'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import type { StaffRequest } from './define-staff-page'

/** What lending needs to know of a borrower. */
export const readBorrowerAtLending = (
  { run, library }: Pick<StaffRequest, 'run' | 'library'>,
  borrower: string,
): TE.TaskEither<HttpFailure, BorrowerAtLending> =>
  pipe(
    run(readBorrowerRoute, { params: { borrower } }),
    TE.map(({ body: { record, loans, balance, blocks, reservations, noteToBorrower } }) => ({
      ...{ borrower, number: record.number, noteToBorrower },
      today: library.useCaseDependencies.commandHandling.clock.today(),
      loans: loans.filter(({ endedOn }) => endedOn === null),
      owed: balance.owed,
      blocks: blocks.map(({ reason, since }) => ({ reason, since })),
      blockedForDebtSince: balance.blockedSince ?? null,
      ready: reservations
        .filter(({ state }) => state === 'ready')
        .map(({ name = '', pickUpNumber }) => ({ name, pickUpNumber })),
    })),
  )

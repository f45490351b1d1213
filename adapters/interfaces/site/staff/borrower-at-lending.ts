import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerAtLending } from '../../pages/lending/lending'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readBorrowerAtLendingRoute } from '../../http/resources/borrowers/read-borrower-at-lending-route'
import type { StaffRequest } from './define-staff-page'

/** What lending needs to know of a borrower. It opens no record. */
export const readBorrowerAtLending = (
  { run, library }: Pick<StaffRequest, 'run' | 'library'>,
  borrower: string,
): TE.TaskEither<HttpFailure, BorrowerAtLending> =>
  pipe(
    run(readBorrowerAtLendingRoute, { params: { borrower } }),
    TE.map(({ body: { number, shortName, loans, ready, balance, blocks, noteToBorrower } }) => ({
      ...{ borrower, number, shortName, loans, noteToBorrower, owed: balance.owed },
      today: library.useCaseDependencies.commandHandling.clock.today(),
      blocks: blocks.map(({ reason, since }) => ({ reason, since })),
      blockedForDebtSince: balance.blockedSince ?? null,
      ready: ready.map(({ name = '', pickUpNumber }) => ({ name, pickUpNumber })),
    })),
  )

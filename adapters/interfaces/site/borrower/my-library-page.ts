import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { MyLibraryView } from '../../pages/my-library/my-library-view'
import { myLibraryTexts } from '../../pages/my-library/my-library-texts'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import { readOwnRenewalsRoute } from '../../http/resources/loans/read-own-renewals-route'
import { renewLoanRoute } from '../../http/resources/loans/renew-loan-route'
import { defineSitePage } from '../page/define-site-page'
import { showRenewed } from '../page/show-renewed'
import type { PageRequest } from '../page/site-page'
import { readBranches } from '../page/read-branches'
import { renewAllLoans } from './renew-all-loans'

const readMyLibrary = (request: PageRequest) =>
  pipe(
    TE.Do,
    TE.bind('renewals', () => request.run(readOwnRenewalsRoute)),
    TE.bind('mine', () => request.run(readCallingBorrowerRoute)),
    TE.bind('branches', () => readBranches(request)),
    TE.map(({ renewals, mine: { body: mine }, branches }) => ({
      branches,
      today: request.library.useCaseDependencies.commandHandling.clock.today(),
      running: mine.loans
        .filter(({ endedOn }) => endedOn === null)
        .map((loan) => ({ ...loan, renewal: renewals.body.renewals.find((one) => one.loan === loan.loan) })),
      ended: mine.loans.filter(({ endedOn }) => endedOn !== null),
      ready: mine.reservations.filter(({ state }) => state === 'ready'),
      owed: mine.balance.owed,
      blockedForDebtSince: mine.balance.blockedSince,
      isBlocked: mine.blocks.some(({ reason }) => reason !== 'W'),
      isUnconfirmed: mine.blocks.some(({ reason }) => reason === 'W'),
    })),
  )

/** The start page of a borrower. */
export const myLibraryPage = defineSitePage({
  path: '/mit',
  title: myLibraryTexts.title,
  roles: ['borrower'],
  read: readMyLibrary,
  view: MyLibraryView,
  forms: {
    renew: (request) =>
      pipe(
        request.run(renewLoanRoute, {
          ...{ params: { loan: request.fields['of'] }, idempotencyKey: request.idempotencyKey },
        }),
        showRenewed(request, readMyLibrary(request)),
      ),
    renewAll: renewAllLoans,
  },
  doneTexts: {
    allRenewed: myLibraryTexts.allRenewed,
    someRenewed: myLibraryTexts.someRenewed,
    noneRenewed: myLibraryTexts.noneRenewed,
  },
})

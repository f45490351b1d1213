import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { MyLibraryView } from '../../pages/my-library/my-library-view'
import { myLibraryTexts } from '../../pages/my-library/my-library-texts'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import { readOwnRenewalsRoute } from '../../http/resources/loans/read-own-renewals-route'
import { renewLoanRoute } from '../../http/resources/loans/renew-loan-route'
import { defineSitePage } from '../page/define-site-page'
import { readBranches } from '../page/read-branches'
import { renewAllLoans } from './renew-all-loans'

/** The start page of a borrower. */
export const myLibraryPage = defineSitePage({
  path: '/mit',
  title: myLibraryTexts.title,
  roles: ['borrower'],
  read: (request) =>
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
    ),
  view: MyLibraryView,
  forms: {
    renew: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(renewLoanRoute, { params: { loan: fields['of'] }, idempotencyKey }),
        TE.map(() => ({ to: '/mit', done: 'renewed' })),
      ),
    renewAll: renewAllLoans,
  },
  doneTexts: {
    renewed: myLibraryTexts.renewed,
    allRenewed: myLibraryTexts.allRenewed,
    someRenewed: myLibraryTexts.someRenewed,
    noneRenewed: myLibraryTexts.noneRenewed,
  },
})

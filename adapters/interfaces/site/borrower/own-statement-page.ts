import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { outstandingMattersOf } from '../../../../projections/borrower-overview/outstanding-matters'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import { balanceTexts } from '../../pages/balance/balance-texts'
import { paymentPaths } from '../../pages/payment/payment-paths'
import { OwnStatementView } from '../../pages/statement/own-statement-view'
import { defineSitePage } from '../page/define-site-page'

/** The statement of outstanding matters of a borrower, to print. */
export const ownStatementPage = defineSitePage({
  path: paymentPaths.borrower.statement,
  title: balanceTexts.statement,
  roles: ['borrower'],
  isInMenu: false,
  read: ({ run, library }) =>
    pipe(
      run(readCallingBorrowerRoute),
      TE.map(({ body: { noteToBorrower, ...mine } }) => {
        const { policy, commandHandling } = library.useCaseDependencies
        const today = commandHandling.clock.today()
        const matters = outstandingMattersOf(policy(today).messages, today)
        return { matters: matters({ ...mine, notes: { noteToBorrower } }) }
      }),
    ),
  view: OwnStatementView,
})

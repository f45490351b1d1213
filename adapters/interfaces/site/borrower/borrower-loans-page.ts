import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { BorrowerLoansView } from '../../pages/borrower-loans/borrower-loans-view'
import { borrowerLoansTexts } from '../../pages/borrower-loans/borrower-loans-texts'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import { renewLoanRoute } from '../../http/resources/loans/renew-loan-route'
import { defineSitePage } from '../page/define-site-page'

/** The loans of the person who has logged in. */
export const borrowerLoansPage = defineSitePage({
  path: '/mit',
  title: borrowerLoansTexts.title,
  roles: ['borrower'],
  read: ({ run }) =>
    pipe(
      run(readCallingBorrowerRoute),
      TE.map(({ body: { loans } }) => ({ loans })),
    ),
  view: BorrowerLoansView,
  forms: {
    renew: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(renewLoanRoute, { params: { loan: fields['of'] }, idempotencyKey }),
        TE.map(() => ({ to: '/mit', done: 'renewed' })),
      ),
  },
  doneTexts: { renewed: borrowerLoansTexts.renewed },
})

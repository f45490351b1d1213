import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { confirmOwnPaymentRoute, readOwnPaymentsRoute } from '../../http/resources/payments/own-payment-routes'
import { PaymentOutcomeView } from '../../pages/payment/payment-outcome-view'
import { paymentPaths } from '../../pages/payment/payment-paths'
import { paymentTexts } from '../../pages/payment/payment-texts'
import { defineSitePage } from '../page/define-site-page'

/**
 * Where a borrower comes back to from the payment service. The library asks the service for each payment that is under way:
 * nothing that the browser brings is believed.
 */
export const paymentOutcomePage = defineSitePage({
  path: paymentPaths.borrower.outcome,
  title: paymentTexts.title,
  roles: ['borrower'],
  isInMenu: false,
  read: ({ run }) =>
    pipe(
      run(readOwnPaymentsRoute),
      TE.flatMap(({ body: { payments } }) =>
        TE.traverseSeqArray(({ payment, amount }: (typeof payments)[number]) =>
          pipe(
            run(confirmOwnPaymentRoute, { params: { payment } }),
            TE.map(({ body: { status } }) => ({ amount, status })),
          ),
        )(payments),
      ),
      TE.map((outcomes) => ({ outcomes, balancePath: paymentPaths.borrower.balance })),
    ),
  view: PaymentOutcomeView,
})

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { GuardianshipId } from '../../../../domain/values/ids'
import {
  confirmPaymentByGuardianRoute,
  readPaymentsByGuardianRoute,
} from '../../http/resources/payments/guardian-payment-routes'
import { PaymentOutcomeView } from '../../pages/payment/payment-outcome-view'
import { paymentPaths } from '../../pages/payment/payment-paths'
import { paymentTexts } from '../../pages/payment/payment-texts'
import { defineSitePage } from '../page/define-site-page'
import type { PageRequest } from '../page/site-page'
import { readEachGuardianship } from './each-guardianship'

const confirmPaymentsOf =
  ({ run }: PageRequest) =>
  (guardianship: GuardianshipId) =>
    pipe(
      run(readPaymentsByGuardianRoute, { params: { guardianship } }),
      TE.flatMap(({ body: { payments } }) =>
        TE.traverseSeqArray(({ payment, amount }: (typeof payments)[number]) =>
          pipe(
            run(confirmPaymentByGuardianRoute, { params: { guardianship, payment } }),
            TE.map(({ body: { status } }) => ({ amount, status })),
          ),
        )(payments),
      ),
    )

/** Where a guardian comes back to from the payment service, which the library asks for each payment that is under way. */
export const guardianPaymentOutcomePage = defineSitePage({
  path: paymentPaths.guardian.outcome,
  title: paymentTexts.title,
  roles: ['guardian'],
  isInMenu: false,
  read: (request) =>
    pipe(
      readEachGuardianship(request, confirmPaymentsOf(request)),
      TE.map((outcomes) => ({ outcomes: outcomes.flat(), balancePath: paymentPaths.guardian.balance })),
    ),
  view: PaymentOutcomeView,
})

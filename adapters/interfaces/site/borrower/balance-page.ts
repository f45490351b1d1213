import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import { readReceiptsOfFeeRoute } from '../../http/resources/fees/read-receipts-of-fee-route'
import { readOwnPaymentsRoute, startOwnPaymentRoute } from '../../http/resources/payments/own-payment-routes'
import type { Balance, ShownFee, ShownReceipt } from '../../pages/balance/balance'
import { balanceTexts } from '../../pages/balance/balance-texts'
import { BalanceView } from '../../pages/balance/balance-view'
import { GoToPayment, type StartedPayment } from '../../pages/payment/go-to-payment'
import { paymentPaths } from '../../pages/payment/payment-paths'
import { defineSitePage } from '../page/define-site-page'
import type { PageRequest, SendForm } from '../page/site-page'
import { chosenFees } from '../page/chosen-fees'
import { viewOfEither } from '../page/view-of-either'

const receiptsOf =
  ({ run }: PageRequest) =>
  ({ fee }: ShownFee): TE.TaskEither<HttpFailure, ReadonlyArray<ShownReceipt>> =>
    pipe(
      run(readReceiptsOfFeeRoute, { params: { fee } }),
      TE.map(({ body: { receipts } }) => receipts),
    )

const readBalance = (request: PageRequest): TE.TaskEither<HttpFailure, Balance> =>
  pipe(
    TE.Do,
    TE.bind('mine', () => request.run(readCallingBorrowerRoute)),
    TE.bind('payments', () => request.run(readOwnPaymentsRoute)),
    TE.bind('receipts', ({ mine: { body } }) =>
      TE.traverseSeqArray(receiptsOf(request))(
        body.fees.filter(({ kind, ending }) => kind === 'compensation' && ending === 'paid'),
      ),
    ),
    TE.map(({ mine: { body }, payments, receipts }) => ({
      owed: body.balance.owed,
      blockedSince: body.balance.blockedSince,
      fees: body.fees,
      reimbursements: body.reimbursements,
      receipts: receipts.flat(),
      paymentsUnderWay: payments.body.payments,
    })),
  )

/** Starts a payment. A payment of the same fees that was started before goes on. */
const pay: SendForm<StartedPayment> = ({ run, fields, idempotencyKey }) =>
  pipe(
    run(startOwnPaymentRoute, { body: { fees: chosenFees(fields) }, idempotencyKey }),
    TE.map(({ body }) => ({ content: { ...body, outcomePath: paymentPaths.borrower.outcome } })),
  )

/** The outstanding balance of a borrower, who can pay here. */
export const balancePage = defineSitePage<Balance | StartedPayment>({
  path: paymentPaths.borrower.balance,
  title: balanceTexts.title,
  roles: ['borrower'],
  read: readBalance,
  view: viewOfEither((content): content is StartedPayment => 'continueAt' in content, GoToPayment, BalanceView),
  forms: { pay, goOn: pay },
})

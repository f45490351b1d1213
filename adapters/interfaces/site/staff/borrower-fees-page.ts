import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerFeesProps, PaymentReceipt } from '../../pages/borrower-fees/borrower-fees'
import { borrowerFeesTexts as texts } from '../../pages/borrower-fees/borrower-fees-texts'
import { BorrowerFeesView } from '../../pages/borrower-fees/borrower-fees-view'
import type { PaymentUnderWay } from '../../pages/payment/payments-under-way'
import type { HttpFailure } from '../../http/problems/http-failure'
import { payFeesRoute } from '../../http/resources/fees/pay-fees-route'
import { readFeesRoute } from '../../http/resources/fees/read-fees-route'
import { payOutReimbursementRoute } from '../../http/resources/fees/pay-out-reimbursement-route'
import { reimburseFeeRoute } from '../../http/resources/fees/settled-fee-routes'
import { oreOfText } from '../page/ore-of-text'
import type { FormOutcome } from '../page/site-page'
import { decideOnFee } from './decide-on-fee'
import { defineStaffPage, type StaffFormRequest, type StaffRequest } from './define-staff-page'
import { borrowerInPath, headOf, openRecord, recordPath } from './open-record'
import { orderOfForm } from './order-of-form'
import { readAfterCommand } from './read-after-command'

type Sent = TE.TaskEither<HttpFailure, FormOutcome<BorrowerFeesProps>>

/** The day on which a payment of a fee was started that is not confirmed; null when there is none. */
const startOfPayment = (payments: ReadonlyArray<PaymentUnderWay>, fee: string): Day | null =>
  payments.find(({ fees }) => fees.includes(fee))?.startedOn ?? null

const readFees = (request: StaffRequest): TE.TaskEither<HttpFailure, BorrowerFeesProps> =>
  pipe(
    openRecord(request),
    TE.bindTo('opened'),
    TE.bind('read', () => request.run(readFeesRoute, { params: { borrower: borrowerInPath(request) } })),
    TE.map(({ opened: { record, balance, fees, reimbursements }, read: { body } }) => ({
      ...{ head: headOf({ record }), owed: balance.owed, reimbursements, paid: undefined },
      fees: fees.map((fee) => ({ ...fee, beingPaidSince: startOfPayment(body.payments, fee.fee) })),
    })),
  )

const feesInForm = ({ fields }: StaffFormRequest): ReadonlyArray<string> =>
  (fields['fees'] ?? '').split(' ').filter((fee) => fee !== '')

const showPaid = (request: StaffFormRequest, receipts: PaymentReceipt['receipts']): Sent => {
  const paidOn = request.library.useCaseDependencies.commandHandling.clock.today()
  const ids = feesInForm(request)
  return pipe(
    readAfterCommand(request)(readFees(request)),
    TE.map((shown) => {
      const fees = shown.fees.filter(({ fee }) => ids.includes(fee))
      return { content: { ...shown, paid: { order: orderOfForm(request), paidOn, fees, receipts } } }
    }),
  )
}

const pay = (request: StaffFormRequest): Sent =>
  pipe(
    request.run(payFeesRoute, {
      params: { borrower: borrowerInPath(request) },
      body: {
        ...{ order: orderOfForm(request), branch: request.workplace.branch },
        ...{ fees: feesInForm(request), amount: Number(request.fields['amount']) },
      },
    }),
    TE.flatMap(({ body: { receipts } }) => showPaid(request, receipts)),
  )

const backToFees = (request: StaffFormRequest, done: 'corrected' | 'reimbursed' | 'paidOut') =>
  TE.map((): FormOutcome<BorrowerFeesProps> => ({ to: `${recordPath(borrowerInPath(request))}/mellemvaerende`, done }))

/** The fees of a borrower at the desk, and their payment. */
export const borrowerFeesPage = defineStaffPage<BorrowerFeesProps>({
  path: '/skranke/laaner/:borrower/mellemvaerende',
  title: texts.title,
  read: readFees,
  view: BorrowerFeesView,
  forms: {
    pay,
    decide: (request) => pipe(decideOnFee(request), backToFees(request, 'corrected')),
    reimburse: (request) => {
      const { run, fields, idempotencyKey } = request
      const body = { amount: oreOfText(fields['amount']), reason: fields['reason'] }
      return pipe(
        run(reimburseFeeRoute, { params: { fee: fields['of'] }, body, idempotencyKey }),
        backToFees(request, 'reimbursed'),
      )
    },
    payOut: (request) =>
      pipe(
        request.run(payOutReimbursementRoute, {
          params: { reimbursement: request.fields['of'] },
          body: { order: orderOfForm(request), branch: request.workplace.branch },
        }),
        backToFees(request, 'paidOut'),
      ),
  },
  doneTexts: { corrected: texts.corrected, reimbursed: texts.reimbursed, paidOut: texts.paidOut },
})

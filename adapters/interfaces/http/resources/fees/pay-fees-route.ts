import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { issueCompensationReceipts } from '../../../../../domain/use-cases/issue-compensation-receipts'
import { payFees } from '../../../../../domain/use-cases/pay-fees'
import { BranchId, FeeId, PaymentId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { staffAndMachines } from '../../access/caller-roles-of-routes'
import { boundedListCodec } from '../../codecs/bounded-list-codec'
import { OrderId } from '../../codecs/text-pattern-codecs'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { requireKnownBranchIfNamed } from '../policy/require-known-branch'
import { checkBorrowerExists } from '../borrowers/check-borrower-exists'
import { BorrowerPathParameters } from '../borrowers/borrower-request-codecs'
import { ReceiptAnswer, toReceiptAnswer } from './receipt-answer'
import { findPriorPayment, checkRepeatedPayment } from './prior-payment'

/** The largest number of fees in a payment. */
const maxFees = 200

const NewPaymentBody = objectCodec(
  'NewPayment',
  { order: OrderId, fees: boundedListCodec(maxFees, FeeId), amount: Ore },
  { branch: BranchId },
)

/**
 * Records a payment. Only staff and machines record payments, never the borrower. The order id is the idempotency key,
 * whoever sends it: an order is one payment. An order that is among the borrower's payments gets the same answer, also
 * on a later day. The answer holds the receipts for the bills that are paid.
 */
export const payFeesRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/payments',
  name: 'payFees',
  summary: 'Record a payment of fees and bills, each in full; the order id is the idempotency key',
  tag: 'Fees',
  roles: staffAndMachines,
  params: BorrowerPathParameters,
  body: NewPaymentBody,
  namedInBody: { fee: 'fees' },
  status: 201,
  answer: objectCodec('PaymentMade', { payment: PaymentId, receipts: listCodec(ReceiptAnswer) }),
  handle: ({ params: { borrower }, body, library }) => {
    const { useCaseDependencies } = library
    const requested = { ...body, borrower }
    const payNow = pipe(
      payFees(useCaseDependencies)({
        ...requested,
        at: useCaseDependencies.commandHandling.clock.now(),
        origin: { _tag: 'KeyedToday', key: `order\n${body.order}` },
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.chain(({ payment, repeated }) =>
        repeated ? checkRepeatedPayment(library, requested)(payment) : TE.right(payment),
      ),
    )
    return pipe(
      checkBorrowerExists(library)(borrower),
      TE.chainEitherK(() => requireKnownBranchIfNamed(library)(body.branch)),
      TE.chain(() => findPriorPayment(library, requested)),
      TE.chain((prior) => (prior === undefined ? payNow : TE.right(prior))),
      TE.bindTo('payment'),
      TE.bind('receipts', () =>
        pipe(
          issueCompensationReceipts(useCaseDependencies)(body.fees),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map(({ payment, receipts }) => answerWithBody({ payment, receipts: receipts.map(toReceiptAnswer) })),
    )
  },
})

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { pay } from '../../../../../domain/use-cases/pay'
import { FeeId, PaymentId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { deskAndMachines } from '../../access/roles'
import { OrderId } from '../../codecs/identifiers'
import { listOf } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'
import { BorrowerPath } from '../borrowers/codecs'
import { paidBefore, theSamePayment } from './paid-before'

export const NewPayment = shape('NewPayment', { order: OrderId, fees: listOf(FeeId), amount: Ore })

/**
 * Only whoever took the money says so: staff or a machine, never the borrower. The order id is the idempotency key,
 * whoever sends it: an order is one payment. An order that stands among the borrower's payments is answered from
 * there, also on a later day.
 */
export const payFees = command({
  method: 'post',
  path: '/borrowers/:borrower/payments',
  name: 'payFees',
  about: 'Record that fees and bills were paid, each of them whole; the order id is the idempotency key',
  area: 'Fees',
  roles: deskAndMachines,
  params: BorrowerPath,
  body: NewPayment,
  status: 201,
  answer: shape('PaymentMade', { payment: PaymentId }),
  handle: ({ params: { borrower }, body, system }) => {
    const { library } = system
    const paying = { ...body, borrower }
    const payNow = pipe(
      pay(library)({
        ...paying,
        at: library.desk.clock.now(),
        origin: { _tag: 'KeyedToday', key: `order\n${body.order}` },
      }),
      TE.mapLeft((failure): Failure => failure),
      TE.chain(({ payment, repeated }) => (repeated ? theSamePayment(system, paying)(payment) : TE.right(payment))),
    )
    return pipe(
      paidBefore(system, paying),
      TE.chain((before) => (before === undefined ? payNow : TE.right(before))),
      TE.map((payment) => answered({ payment })),
    )
  },
})

import { put, set } from '../kernel/change'
import type { Folds } from '../kernel/read-model'
import { monthRecorded } from '../kernel/recorded'
import { paymentFees, payments } from './rows'

export const paymentFolds: Folds = {
  PaymentMade: ({ at, open: { payment }, sealed: { payment: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, order, amount, paidOn } = part.value
    return [
      put(payments)({ payment, borrower, order, amount, paidOn, madeIn: monthRecorded(at), completedOn: null }),
      ...part.value.fees.map((fee) => put(paymentFees)({ payment, borrower, fee })),
    ]
  },
  PaymentCompleted: ({ open: { payment, completedOn } }) => [set(payments)({ payment }, { completedOn })],
}

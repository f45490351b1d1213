import { putRow, setColumns } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import { paymentFeesTable, paymentsTable } from './fee-tables'

export const paymentFolds: EventFolds = {
  PaymentMade: ({ metadata, open: { payment }, sealed: { payment: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, order, amount, paidOn } = part.value
    return [
      putRow(paymentsTable)({
        payment,
        borrower,
        order,
        amount,
        paidOn,
        madeIn: monthOfRecording(metadata),
        completedOn: null,
      }),
      ...part.value.fees.map((fee) => putRow(paymentFeesTable)({ payment, borrower, fee })),
    ]
  },
  PaymentCompleted: ({ open: { payment, completedOn } }) => [setColumns(paymentsTable)({ payment }, { completedOn })],
}

import type { PaymentMade } from '../../domain/payment/events/payment-made'
import type { PaymentStarted } from '../../domain/payment/events/payment-started'
import type { PaymentOrderDetails } from '../../domain/payment/payment-state'
import { putRow, setColumns, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import { paymentFeesTable, paymentsTable, type PaymentRow } from './fee-tables'

type PaymentOfOrder = PaymentStarted | PaymentMade

const putPayment = (
  { open: { payment } }: PaymentOfOrder,
  part: PaymentOrderDetails,
  dates: Pick<PaymentRow, 'startedOn' | 'paidOn' | 'madeIn' | 'paidAtBranch'>,
): ReadonlyArray<RowChange> => {
  const { borrower, order, amount, fees } = part
  return [
    putRow(paymentsTable)({ payment, borrower, order, amount, ...dates, completedOn: null }),
    ...fees.map((fee) => putRow(paymentFeesTable)({ payment, borrower, fee })),
  ]
}

export const paymentFolds: EventFolds = {
  PaymentStarted: (event) => {
    const { payment: part } = event.sealed
    if (part._tag === 'Erased') return []
    const { startedOn } = part.value
    return putPayment(event, part.value, {
      ...{ startedOn, paidOn: null, paidAtBranch: null },
      madeIn: monthOfRecording(event.metadata),
    })
  },
  PaymentMade: (event) => {
    const { payment: part } = event.sealed
    if (part._tag === 'Erased') return []
    const { paidOn, paidAtBranch } = part.value
    return putPayment(event, part.value, {
      ...{ startedOn: null, paidOn, paidAtBranch },
      madeIn: monthOfRecording(event.metadata),
    })
  },
  PaymentCompleted: ({ open: { payment, completedOn } }) => [setColumns(paymentsTable)({ payment }, { completedOn })],
}

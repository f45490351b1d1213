import { FeeCancelled } from '../../../domain/fee/events/fee-cancelled'
import { FeeJoined } from '../../../domain/fee/events/fee-joined'
import { FeeLevied } from '../../../domain/fee/events/fee-levied'
import { FeePaid } from '../../../domain/fee/events/fee-paid'
import { FeeSettled } from '../../../domain/fee/events/fee-settled'
import { FeeWaived } from '../../../domain/fee/events/fee-waived'
import type { FeeItem } from '../../../domain/fee/fee-item'
import { addDays } from '../../../domain/values/day'
import type { FeeId, PaymentId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import { PaymentCompleted } from '../../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../../domain/payment/events/payment-made'
import {
  canaryText,
  addScope,
  ifPresent,
  type ChooseRandomItem,
  type HistoryCopy,
  type HistoryFee,
  type HistoryLoan,
  type HistoryStep,
  type HistoryState,
} from './history-state'

const amount = oreFromKroner(60)

const feeItemOfCopy = (copy: HistoryCopy): FeeItem => ({
  copy: copy.id,
  title: copy.title,
  name: canaryText,
  daysOverdue: 1,
})

const levyFee = (
  history: HistoryState,
  kind: 'lateness' | 'compensation',
  loan: HistoryLoan,
  copy: HistoryCopy,
): FeeId => {
  const { borrower, lentOn, dueOn } = loan
  const fee = addScope<FeeId>(history, 'fee', borrower)
  const levied = { borrower, amount, lentOn, dueOn, occasion: history.day, items: [feeItemOfCopy(copy)] }
  history.circulation.push(FeeLevied({ fee, kind, leviedOn: history.day }, { fee: levied }))
  history.fees.push({ id: fee, borrower })
  return fee
}

/** A late return levies a fee, joins one, or has no fee yet. */
export const levyLatenessFee = (
  history: HistoryState,
  choose: ChooseRandomItem,
  loan: HistoryLoan,
  copy: HistoryCopy,
): void => {
  const own = history.fees.filter(({ borrower }) => borrower === loan.borrower)
  choose([
    () => void levyFee(history, 'lateness', loan, copy),
    () => undefined,
    () =>
      ifPresent(choose(own), ({ id: fee, borrower }) => {
        history.circulation.push(FeeJoined({ fee }, { fee: { borrower, item: feeItemOfCopy(copy) } }))
      }),
  ])!()
}

export const levyCompensation = (history: HistoryState, loan: HistoryLoan, copy: HistoryCopy): FeeId =>
  levyFee(history, 'compensation', loan, copy)

const decideFeeSettlement = (history: HistoryState, fee: HistoryFee): void => {
  history.circulation.push(FeeSettled({ fee: fee.id, settledOn: history.day }, {}))
  history.fees = history.fees.filter((one) => one !== fee)
}

const payFee: HistoryStep = (history, choose) =>
  ifPresent(choose(history.fees), (chosen) => {
    const { borrower } = chosen
    const payment = addScope<PaymentId>(history, 'payment', borrower)
    const paidOn = history.day
    const made = { borrower, order: canaryText, fees: [chosen.id], amount, paidOn }
    history.circulation.push(PaymentMade({ payment, latestEnd: addDays(30)(paidOn) }, { payment: made }))
    history.circulation.push(FeePaid({ fee: chosen.id }, { fee: { borrower, payment, amount, paidOn } }))
    decideFeeSettlement(history, chosen)
    history.circulation.push(PaymentCompleted({ payment, completedOn: paidOn }, {}))
  })

const waiveOrCancelFee: HistoryStep = (history, choose) =>
  ifPresent(choose(history.fees), (chosen) => {
    const { id: fee, borrower } = chosen
    const waived = FeeWaived({ fee }, { fee: { borrower, reason: canaryText } })
    history.circulation.push(choose([waived, FeeCancelled({ fee }, { fee: { borrower, because: 'mistake' } })])!)
    decideFeeSettlement(history, chosen)
  })

export const feeSteps = [payFee, waiveOrCancelFee]

import { DisclosureMade } from '../../../domain/disclosure/events/disclosure-made'
import { CollectionNoticeRequested } from '../../../domain/fee/events/collection-notice-requested'
import { CollectionNoticeSent } from '../../../domain/fee/events/collection-notice-sent'
import { DebtRenewed } from '../../../domain/fee/events/debt-renewed'
import { FeeCancelled } from '../../../domain/fee/events/fee-cancelled'
import { FeeJoined } from '../../../domain/fee/events/fee-joined'
import { FeeLevied } from '../../../domain/fee/events/fee-levied'
import { FeePaid } from '../../../domain/fee/events/fee-paid'
import { FeeReduced } from '../../../domain/fee/events/fee-reduced'
import { FeeReimbursed } from '../../../domain/fee/events/fee-reimbursed'
import { FeePassedOnForCollection } from '../../../domain/fee/events/fee-passed-on-for-collection'
import { FeeRecalledFromCollection } from '../../../domain/fee/events/fee-recalled-from-collection'
import { FeeSelectedForCollection } from '../../../domain/fee/events/fee-selected-for-collection'
import { FeeSettled } from '../../../domain/fee/events/fee-settled'
import { FeeWaived } from '../../../domain/fee/events/fee-waived'
import { FeeWrittenOff } from '../../../domain/fee/events/fee-written-off'
import { ReimbursementGranted } from '../../../domain/fee/events/reimbursement-granted'
import { ReimbursementPaidOut } from '../../../domain/fee/events/reimbursement-paid-out'
import { WriteOffReduced } from '../../../domain/fee/events/write-off-reduced'
import type { FeeItem } from '../../../domain/fee/fee-item'
import { addDays, addYears } from '../../../domain/values/day'
import type { CollectionFileId, DisclosureId, FeeId, PaymentId, ReceiptId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { oreFromKroner } from '../../../domain/values/ore'
import { PaymentCompleted } from '../../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../../domain/payment/events/payment-made'
import { PaymentStarted } from '../../../domain/payment/events/payment-started'
import { ReceiptSpent } from '../../../domain/receipt/events/receipt-spent'
import {
  canaryText,
  addScope,
  ifPresent,
  nextId,
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
  history.circulation.push(
    FeeLevied({ fee, kind, leviedOn: history.day, owedUntil: addYears(3)(history.day) }, { fee: levied }),
  )
  history.fees.push({ id: fee, borrower })
  return fee
}

const joinFee = (history: HistoryState, { id: fee, borrower }: HistoryFee, copy: HistoryCopy): void => {
  history.circulation.push(FeeJoined({ fee }, { fee: { borrower, item: feeItemOfCopy(copy) } }))
}

/** Another copy of the same occasion joins a fee. */
const joinAnyFee: HistoryStep = (history, choose) =>
  ifPresent(choose(history.fees), (fee) => ifPresent(choose(history.copies), (copy) => joinFee(history, fee, copy)))

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
    () => ifPresent(choose(own), (fee) => joinFee(history, fee, copy)),
    () => undefined,
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
    const order = { borrower, order: canaryText, fees: [chosen.id], amount }
    const made = { ...order, paidOn, paidAtBranch: null }
    if (choose([true, false]))
      history.circulation.push(
        PaymentStarted({ payment, latestEnd: addDays(3)(paidOn) }, { payment: { ...order, startedOn: paidOn } }),
      )
    history.circulation.push(PaymentMade({ payment, latestEnd: addDays(30)(paidOn) }, { payment: made }))
    history.circulation.push(FeePaid({ fee: chosen.id }, { fee: { borrower, payment, amount, paidOn } }))
    decideFeeSettlement(history, chosen)
    history.paidFees.push(chosen)
    history.circulation.push(PaymentCompleted({ payment, completedOn: paidOn }, {}))
  })

const reduceFee: HistoryStep = (history, choose) =>
  ifPresent(choose(history.fees), ({ id: fee, borrower }) => {
    const reduced = { borrower, by: oreFromKroner(10), amount: oreFromKroner(50), reducedOn: history.day }
    history.circulation.push(FeeReduced({ fee }, { fee: { ...reduced, reason: canaryText, role: 'staff' } }))
  })

const writeOffOrCancelFee: HistoryStep = (history, choose) =>
  ifPresent(choose(history.fees), (chosen) => {
    const { id: fee, borrower } = chosen
    const byStaff = { borrower, reason: canaryText, role: 'staff' as const }
    const ended = choose([
      FeeWaived({ fee }, { fee: { borrower, reason: canaryText } }),
      FeeWrittenOff({ fee }, { fee: { ...byStaff, amount } }),
      FeeCancelled({ fee }, { fee: { ...byStaff, because: 'mistake' } }),
    ])!
    history.circulation.push(ended)
    decideFeeSettlement(history, chosen)
    if (ended.type === 'FeeCancelled') return
    const items = history.copies.slice(0, 1).map(feeItemOfCopy)
    const occasion = { lentOn: history.day, dueOn: history.day, occasion: history.day }
    const owedAgain = { ...byStaff, amount, kind: 'lateness' as const, reducedOn: history.day, ...occasion, items }
    if (choose([true, false])) history.circulation.push(WriteOffReduced({ fee }, { fee: owedAgain }))
  })

/** A reimbursement spends the receipt, is granted, and is then paid out, cancelled or neither. */
const reimburseFee: HistoryStep = (history, choose) =>
  ifPresent(choose(history.paidFees), ({ id: paidFee, borrower }) => {
    const [because, on] = ['decided by staff' as const, history.day]
    const items = history.copies.slice(0, 1).map(feeItemOfCopy)
    const reimbursed = {
      borrower,
      amount,
      because,
      reason: canaryText,
      role: 'staff' as const,
      reimbursedOn: on,
      items,
    }
    history.circulation.push(FeeReimbursed({ fee: paidFee }, { fee: reimbursed }))
    history.circulation.push(ReceiptSpent({ receipt: nextId<ReceiptId>(history) }, {}))
    const fee = addScope<FeeId>(history, 'fee', borrower)
    const granted = { borrower, amount, because, items }
    history.circulation.push(
      ReimbursementGranted({ fee, grantedOn: on, latestEnd: addDays(1096)(on) }, { fee: granted }),
    )
    const paidOut = {
      borrower,
      order: canaryText,
      amount,
      paidOutOn: on,
      role: 'staff' as const,
      paidOutAtBranch: null,
    }
    choose([
      () => undefined,
      () =>
        history.circulation.push(
          ReimbursementPaidOut({ fee }, { fee: paidOut }),
          FeeSettled({ fee, settledOn: on }, {}),
        ),
    ])!()
  })

/** A debt is renewed, or passed on for collection as far as the steps have come, and sometimes recalled. */
const collectFee: HistoryStep = (history, choose) =>
  ifPresent(choose(history.fees), ({ id: fee, borrower }) => {
    const [on, file] = [history.day, nextId<CollectionFileId>(history)]
    const byStaff = { borrower, reason: canaryText, role: 'staff' as const }
    const disclosure = addScope<DisclosureId>(history, 'disclosure')
    const named = { recipient: canaryText, basis: canaryText, caseNumber: canaryText }
    const steps = [
      CollectionNoticeRequested({ fee }, { fee: { borrower, requestedOn: on, role: 'staff' } }),
      CollectionNoticeSent({ fee }, { fee: { borrower, noticeSentOn: on, payBy: addDays(14)(on) } }),
      FeeSelectedForCollection({ fee }, { fee: { borrower, file, selectedOn: on } }),
      DisclosureMade({ disclosure, madeIn: monthOf(on) }, { disclosure: named }),
      FeePassedOnForCollection({ fee }, { fee: { borrower, file, passedOnOn: on } }),
      FeeRecalledFromCollection({ fee }, { fee: { ...byStaff, recalledOn: on } }),
    ]
    history.circulation.push(
      DebtRenewed({ fee, owedUntil: addYears(3)(on) }, { fee: { ...byStaff, renewedOn: on } }),
      ...steps.slice(0, choose([0, 1, 2, 4, 5, 6])),
    )
  })

export const feeSteps = [payFee, writeOffOrCancelFee, reduceFee, reimburseFee, collectFee, joinAnyFee]

import { CollectionNoticeRequested } from '../../domain/fee/events/collection-notice-requested'
import { CollectionNoticeSent } from '../../domain/fee/events/collection-notice-sent'
import { DebtRenewed } from '../../domain/fee/events/debt-renewed'
import { FeeCancelled } from '../../domain/fee/events/fee-cancelled'
import { FeeJoined } from '../../domain/fee/events/fee-joined'
import { FeeLevied } from '../../domain/fee/events/fee-levied'
import { FeePaid } from '../../domain/fee/events/fee-paid'
import { FeeReduced } from '../../domain/fee/events/fee-reduced'
import { FeeReimbursed } from '../../domain/fee/events/fee-reimbursed'
import { FeeSettled } from '../../domain/fee/events/fee-settled'
import { FeeWaived } from '../../domain/fee/events/fee-waived'
import { FeePassedOnForCollection } from '../../domain/fee/events/fee-passed-on-for-collection'
import { FeeRecalledFromCollection } from '../../domain/fee/events/fee-recalled-from-collection'
import { FeeSelectedForCollection } from '../../domain/fee/events/fee-selected-for-collection'
import { DisclosureMade } from '../../domain/disclosure/events/disclosure-made'
import { FeeWrittenOff } from '../../domain/fee/events/fee-written-off'
import { ReimbursementGranted } from '../../domain/fee/events/reimbursement-granted'
import { ReimbursementPaidOut } from '../../domain/fee/events/reimbursement-paid-out'
import { WriteOffReduced } from '../../domain/fee/events/write-off-reduced'
import { addYears } from '../../domain/values/day'
import type { CopyId } from '../../domain/values/ids'
import { oreFromKroner } from '../../domain/values/ore'
import { PaymentCompleted } from '../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../domain/payment/events/payment-made'
import { PaymentStarted } from '../../domain/payment/events/payment-started'
import { ReceiptSpent } from '../../domain/receipt/events/receipt-spent'
import { goldenStream } from './golden-stream'
import { bookName as name, collectionFile, copy, disclosure, ditte as borrower, fee, main, month, on, payment, receipt, reimbursement, title } from './golden-ids'

const [lentOn, dueOn, occasion] = [on('01-05'), on('03-06'), on('03-16')]
const amount = oreFromKroner(60)
const item = { copy, title, name, daysOverdue: 10 }
const paidOn = on('03-20')
const byStaff = { borrower, reason: 'Sygdom', role: 'staff' } as const

/** Each event of a fee and of a payment. */
export const goldenFeeEvents = [
  ...goldenStream('circulation', 'fee', fee, occasion)(
    FeeLevied(
      { fee, kind: 'lateness', leviedOn: occasion, owedUntil: addYears(3)(occasion) },
      { fee: { borrower, amount, lentOn, dueOn, occasion, items: [item] } },
    ),
    FeeJoined({ fee }, { fee: { borrower, item: { ...item, copy: '3274626534' as CopyId } } }),
    FeePaid({ fee }, { fee: { borrower, payment, amount, paidOn } }),
    FeeWaived({ fee }, { fee: { borrower, reason: 'Sygdom' } }),
    FeeCancelled({ fee }, { fee: { borrower, because: 'mistake', reason: 'Fejl', role: 'staff' } }),
    FeeSettled({ fee, settledOn: paidOn }, {}),
    FeeReduced({ fee }, { fee: { ...byStaff, by: oreFromKroner(10), amount: oreFromKroner(50), reducedOn: paidOn } }),
    FeeWrittenOff({ fee }, { fee: { ...byStaff, amount } }),
    FeeReimbursed(
      { fee },
      { fee: { ...byStaff, amount, because: 'decided by staff', reimbursedOn: paidOn, items: [item] } },
    ),
    WriteOffReduced(
      { fee },
      { fee: { ...byStaff, amount, reducedOn: paidOn, kind: 'lateness', lentOn, dueOn, occasion, items: [item] } },
    ),
    DebtRenewed({ fee, owedUntil: addYears(3)(paidOn) }, { fee: { ...byStaff, renewedOn: paidOn } }),
    CollectionNoticeRequested({ fee }, { fee: { borrower, requestedOn: paidOn, role: 'staff' } }),
    CollectionNoticeSent({ fee }, { fee: { borrower, noticeSentOn: paidOn, payBy: on('04-03') } }),
    FeeSelectedForCollection({ fee }, { fee: { borrower, file: collectionFile, selectedOn: on('04-04') } }),
    FeePassedOnForCollection({ fee }, { fee: { borrower, file: collectionFile, passedOnOn: on('04-04') } }),
    FeeRecalledFromCollection({ fee }, { fee: { ...byStaff, recalledOn: on('04-05') } }),
  ),
  ...goldenStream('circulation', 'disclosure', disclosure, on('04-04'))(
    DisclosureMade(
      { disclosure, madeIn: month },
      { disclosure: { recipient: 'Inddrivelsen', basis: 'Aftale', caseNumber: collectionFile } },
    ),
  ),
  ...goldenStream('circulation', 'fee', reimbursement, paidOn)(
    ReimbursementGranted(
      { fee: reimbursement, grantedOn: paidOn, latestEnd: paidOn },
      { fee: { borrower, amount, because: 'copy found', items: [item] } },
    ),
    ReimbursementPaidOut(
      { fee: reimbursement },
      { fee: { borrower, order: 'ordre-2', amount, paidOutOn: paidOn, role: 'staff', paidOutAtBranch: main } },
    ),
  ),
  ...goldenStream('circulation', 'payment', payment, paidOn)(
    PaymentStarted(
      { payment, latestEnd: on('03-23') },
      { payment: { borrower, order: 'ordre-1', fees: [fee], amount, startedOn: paidOn } },
    ),
    PaymentMade(
      { payment, latestEnd: on('04-19') },
      { payment: { borrower, order: 'ordre-1', fees: [fee], amount, paidOn, paidAtBranch: main } },
    ),
    PaymentCompleted({ payment, completedOn: paidOn }, {}),
  ),
  ...goldenStream('circulation', 'receipt', receipt, paidOn)(ReceiptSpent({ receipt }, {})),
]

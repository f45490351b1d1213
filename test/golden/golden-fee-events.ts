import { FeeCancelled } from '../../domain/fee/events/fee-cancelled'
import { FeeJoined } from '../../domain/fee/events/fee-joined'
import { FeeLevied } from '../../domain/fee/events/fee-levied'
import { FeePaid } from '../../domain/fee/events/fee-paid'
import { FeeSettled } from '../../domain/fee/events/fee-settled'
import { FeeWaived } from '../../domain/fee/events/fee-waived'
import type { CopyId } from '../../domain/values/ids'
import { oreFromKroner } from '../../domain/values/ore'
import { PaymentCompleted } from '../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../domain/payment/events/payment-made'
import { goldenStream } from './golden-stream'
import { bookName as name, copy, ditte as borrower, fee, on, payment, title } from './golden-ids'

const [lentOn, dueOn, occasion] = [on('01-05'), on('03-06'), on('03-16')]
const amount = oreFromKroner(60)
const item = { copy, title, name, daysOverdue: 10 }
const paidOn = on('03-20')

/** Each event of a fee and of a payment. */
export const goldenFeeEvents = [
  ...goldenStream('circulation', 'fee', fee, occasion)(
    FeeLevied(
      { fee, kind: 'lateness', leviedOn: occasion },
      { fee: { borrower, amount, lentOn, dueOn, occasion, items: [item] } },
    ),
    FeeJoined({ fee }, { fee: { borrower, item: { ...item, copy: '3274626534' as CopyId } } }),
    FeePaid({ fee }, { fee: { borrower, payment, amount, paidOn } }),
    FeeWaived({ fee }, { fee: { borrower, reason: 'Sygdom' } }),
    FeeCancelled({ fee }, { fee: { borrower, because: 'mistake' } }),
    FeeSettled({ fee, settledOn: paidOn }, {}),
  ),
  ...goldenStream('circulation', 'payment', payment, paidOn)(
    PaymentMade(
      { payment, latestEnd: on('04-19') },
      { payment: { borrower, order: 'ordre-1', fees: [fee], amount, paidOn } },
    ),
    PaymentCompleted({ payment, completedOn: paidOn }, {}),
  ),
]

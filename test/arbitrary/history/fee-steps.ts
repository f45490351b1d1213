import { FeeCancelled } from '../../../domain/fee/events/fee-cancelled'
import { FeeJoined } from '../../../domain/fee/events/fee-joined'
import { FeeLevied } from '../../../domain/fee/events/fee-levied'
import { FeePaid } from '../../../domain/fee/events/fee-paid'
import { FeeSettled } from '../../../domain/fee/events/fee-settled'
import { FeeWaived } from '../../../domain/fee/events/fee-waived'
import type { FeeItem } from '../../../domain/fee/fee-item'
import { addDays } from '../../../domain/values/day'
import type { FeeId, PaymentId } from '../../../domain/values/ids'
import { kroner } from '../../../domain/values/ore'
import { PaymentCompleted } from '../../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../../domain/payment/events/payment-made'
import {
  canary,
  newScope,
  withOne,
  type Choose,
  type CopyInWorld,
  type FeeInWorld,
  type LoanInWorld,
  type Step,
  type World,
} from './world'

const amount = kroner(60)

const itemOf = (copy: CopyInWorld): FeeItem => ({
  copy: copy.id,
  title: copy.title,
  name: canary,
  daysOverdue: 1,
})

const levyOne = (world: World, kind: 'lateness' | 'compensation', loan: LoanInWorld, copy: CopyInWorld): FeeId => {
  const { borrower, lentOn, dueOn } = loan
  const fee = newScope<FeeId>(world, 'fee', borrower)
  const levied = { borrower, amount, lentOn, dueOn, occasion: world.day, items: [itemOf(copy)] }
  world.circulation.push(FeeLevied({ fee, kind, leviedOn: world.day }, { fee: levied }))
  world.fees.push({ id: fee, borrower })
  return fee
}

/** A late return levies a fee, joins one, or waits for its fee. */
export const levy = (world: World, choose: Choose, loan: LoanInWorld, copy: CopyInWorld): void => {
  const own = world.fees.filter(({ borrower }) => borrower === loan.borrower)
  choose([
    () => void levyOne(world, 'lateness', loan, copy),
    () => undefined,
    () =>
      withOne(choose(own), ({ id: fee, borrower }) => {
        world.circulation.push(FeeJoined({ fee }, { fee: { borrower, item: itemOf(copy) } }))
      }),
  ])!()
}

export const compensate = (world: World, loan: LoanInWorld, copy: CopyInWorld): FeeId =>
  levyOne(world, 'compensation', loan, copy)

const settle = (world: World, fee: FeeInWorld): void => {
  world.circulation.push(FeeSettled({ fee: fee.id, settledOn: world.day }, {}))
  world.fees = world.fees.filter((one) => one !== fee)
}

const pay: Step = (world, choose) =>
  withOne(choose(world.fees), (chosen) => {
    const { borrower } = chosen
    const payment = newScope<PaymentId>(world, 'payment', borrower)
    const paidOn = world.day
    const made = { borrower, order: canary, fees: [chosen.id], amount, paidOn }
    world.circulation.push(PaymentMade({ payment, latestEnd: addDays(30)(paidOn) }, { payment: made }))
    world.circulation.push(FeePaid({ fee: chosen.id }, { fee: { borrower, payment, amount, paidOn } }))
    settle(world, chosen)
    world.circulation.push(PaymentCompleted({ payment, completedOn: paidOn }, {}))
  })

const letOff: Step = (world, choose) =>
  withOne(choose(world.fees), (chosen) => {
    const { id: fee, borrower } = chosen
    const waived = FeeWaived({ fee }, { fee: { borrower, reason: canary } })
    world.circulation.push(choose([waived, FeeCancelled({ fee }, { fee: { borrower, because: 'mistake' } })])!)
    settle(world, chosen)
  })

export const feeSteps = [pay, letOff]

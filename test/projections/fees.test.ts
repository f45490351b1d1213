import { FeeJoined } from '../../domain/fee/events/fee-joined'
import type { PaymentId } from '../../domain/values/ids'
import { oreFromKroner } from '../../domain/values/ore'
import { PaymentCompleted } from '../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../domain/payment/events/payment-made'
import { defaultDebtLimit } from '../../domain/policy/debt-limit'
import { blockedForDebtSince, unsettledAmountOfBorrower } from '../../projections/fees/borrower-debt'
import { feesOfPayment, paymentById, paymentByOrder } from '../../projections/fees/payment-queries'
import {
  unsettledCompensationForCopy,
  latenessFeeOfOccasion,
  feesById,
  feesOfBorrower,
  isFeeSettled,
  itemsOfFee,
} from '../../projections/fees/fee-queries'
import { numberedUuid } from '../fixtures/numbered-uuid'
import {
  ann,
  bo,
  copyIdOf,
  feeIdOf,
  dayOfJanuary,
  feeLevied,
  rowsAfterEvents,
  feeSettled,
  exampleTitle,
} from './example-events'

const about = (day: number) => ({ lentOn: dayOfJanuary(1), dueOn: dayOfJanuary(2), occasion: dayOfJanuary(day) })

describe('the fees of a borrower', () => {
  it('are found by their ids, in the order of the ids', () => {
    const rows = rowsAfterEvents([
      feeLevied(1, ann, 20, about(3)),
      feeLevied(2, ann, 60, about(4)),
      feeSettled(1, dayOfJanuary(5)),
    ])
    expect(feesById([feeIdOf(2), feeIdOf(1), feeIdOf(9)])(rows).map(({ amount }) => amount)).toEqual([
      oreFromKroner(60),
      oreFromKroner(20),
    ])
    expect(feesOfBorrower(ann)(rows).map(isFeeSettled)).toEqual([true, false])
  })

  it('are found by the occasion of a late return', () => {
    const rows = rowsAfterEvents([feeLevied(1, ann, 20, about(3)), feeLevied(2, ann, 250, about(4), 'compensation')])
    expect(latenessFeeOfOccasion(ann, about(3))(rows)?.fee).toBe(feeIdOf(1))
    expect(latenessFeeOfOccasion(ann, about(4))(rows)).toBeUndefined()
    expect(latenessFeeOfOccasion(bo, about(3))(rows)).toBeUndefined()
  })

  it('have an item for each loan, also for those that joined', () => {
    const item = { copy: copyIdOf(7), title: exampleTitle, name: 'Bog', daysOverdue: 1 }
    const joined = FeeJoined({ fee: feeIdOf(1) }, { fee: { borrower: ann, item } })
    const rows = rowsAfterEvents([feeLevied(1, ann, 20, about(3)), joined])
    expect(itemsOfFee(feeIdOf(1))(rows).map(({ copy }) => copy)).toEqual([copyIdOf(1), copyIdOf(7)])
  })
})

describe('the bill for a lost copy', () => {
  it('is found by the copy while it is unsettled', () => {
    const bill = [feeLevied(1, ann, 20, about(3)), feeLevied(2, ann, 250, about(4), 'compensation')]
    expect(unsettledCompensationForCopy(copyIdOf(2))(rowsAfterEvents(bill))?.fee).toBe(feeIdOf(2))
    expect(unsettledCompensationForCopy(copyIdOf(1))(rowsAfterEvents(bill))).toBeUndefined()
    expect(
      unsettledCompensationForCopy(copyIdOf(2))(rowsAfterEvents([...bill, feeSettled(2, dayOfJanuary(9))])),
    ).toBeUndefined()
  })
})

describe('debt', () => {
  const three = [feeLevied(1, ann, 120, about(3)), feeLevied(2, ann, 80, about(5)), feeLevied(3, ann, 20, about(7))]

  it('is the sum of the unsettled fees', () => {
    expect(unsettledAmountOfBorrower(ann)(rowsAfterEvents([...three, feeSettled(3, dayOfJanuary(8))]))).toBe(
      oreFromKroner(200),
    )
    expect(unsettledAmountOfBorrower(bo)(rowsAfterEvents(three))).toBe(0)
  })

  it('blocks since the day of the fee that reached the limit', () => {
    expect(blockedForDebtSince(defaultDebtLimit)(ann)(rowsAfterEvents(three))).toBe(dayOfJanuary(5))
    expect(
      blockedForDebtSince(defaultDebtLimit)(ann)(rowsAfterEvents([...three, feeSettled(1, dayOfJanuary(8))])),
    ).toBeUndefined()
  })
})

describe('a payment', () => {
  const payment = numberedUuid(600) as PaymentId
  const fees = [feeIdOf(1), feeIdOf(2)]
  const part = {
    borrower: ann,
    order: 'order 1',
    fees,
    amount: oreFromKroner(80),
    paidOn: dayOfJanuary(6),
    paidAtBranch: null,
  }
  const made = PaymentMade({ payment, latestEnd: dayOfJanuary(30) }, { payment: part })

  it('is found by its order id, so that it is not recorded twice', () => {
    const rows = rowsAfterEvents([made])
    expect(paymentByOrder(ann, 'order 1')(rows)?.payment).toBe(payment)
    expect(paymentByOrder(ann, 'order 2')(rows)).toBeUndefined()
    expect(paymentByOrder(bo, 'order 1')(rows)).toBeUndefined()
    expect(feesOfPayment(payment)(rows)).toEqual(fees)
  })

  it('is complete when all its fees are paid', () => {
    const rows = rowsAfterEvents([made, PaymentCompleted({ payment, completedOn: dayOfJanuary(7) }, {})])
    expect(paymentById(payment)(rows)?.completedOn).toBe(dayOfJanuary(7))
  })
})

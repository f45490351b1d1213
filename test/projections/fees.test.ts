import { FeeJoined } from '../../domain/fee/events/fee-joined'
import type { PaymentId } from '../../domain/values/ids'
import { kroner } from '../../domain/values/ore'
import { PaymentCompleted } from '../../domain/payment/events/payment-completed'
import { PaymentMade } from '../../domain/payment/events/payment-made'
import { defaultDebtLimit } from '../../domain/policy/debt'
import { debtSince, unsettledOf } from '../../projections/fees/debt'
import { feesOfPayment, paymentById, paymentByOrder } from '../../projections/fees/payments'
import { compensationFor, feeOfOccasion, feesById, feesOf, isSettled, itemsOf } from '../../projections/fees/queries'
import { uuid } from '../fixtures/uuid'
import { ann, bo, copyNo, feeNo, january, levied, rowsAfter, settled, title } from './story'

const about = (day: number) => ({ lentOn: january(1), dueOn: january(2), occasion: january(day) })

describe('the fees of a borrower', () => {
  it('are known by id with amount and ending, in the order asked for', () => {
    const rows = rowsAfter([levied(1, ann, 20, about(3)), levied(2, ann, 60, about(4)), settled(1, january(5))])
    expect(feesById([feeNo(2), feeNo(1), feeNo(9)])(rows).map(({ amount }) => amount)).toEqual([kroner(60), kroner(20)])
    expect(feesOf(ann)(rows).map(isSettled)).toEqual([true, false])
  })

  it('are found by the occasion that a late return shares', () => {
    const rows = rowsAfter([levied(1, ann, 20, about(3)), levied(2, ann, 250, about(4), 'compensation')])
    expect(feeOfOccasion(ann, about(3))(rows)?.fee).toBe(feeNo(1))
    expect(feeOfOccasion(ann, about(4))(rows)).toBeUndefined()
    expect(feeOfOccasion(bo, about(3))(rows)).toBeUndefined()
  })

  it('say which loans they are for, those that joined included', () => {
    const item = { copy: copyNo(7), title, name: 'Bog', daysOverdue: 1 }
    const joined = FeeJoined({ fee: feeNo(1) }, { fee: { borrower: ann, item } })
    const rows = rowsAfter([levied(1, ann, 20, about(3)), joined])
    expect(itemsOf(feeNo(1))(rows).map(({ copy }) => copy)).toEqual([copyNo(1), copyNo(7)])
  })
})

describe('the bill for a lost copy', () => {
  it('is found by the copy while it is unsettled', () => {
    const bill = [levied(1, ann, 20, about(3)), levied(2, ann, 250, about(4), 'compensation')]
    expect(compensationFor(copyNo(2))(rowsAfter(bill))?.fee).toBe(feeNo(2))
    expect(compensationFor(copyNo(1))(rowsAfter(bill))).toBeUndefined()
    expect(compensationFor(copyNo(2))(rowsAfter([...bill, settled(2, january(9))]))).toBeUndefined()
  })
})

describe('debt', () => {
  const three = [levied(1, ann, 120, about(3)), levied(2, ann, 80, about(5)), levied(3, ann, 20, about(7))]

  it('is the sum of the unsettled fees', () => {
    expect(unsettledOf(ann)(rowsAfter([...three, settled(3, january(8))]))).toBe(kroner(200))
    expect(unsettledOf(bo)(rowsAfter(three))).toBe(0)
  })

  it('blocks since the fee with which it came to the limit', () => {
    expect(debtSince(defaultDebtLimit)(ann)(rowsAfter(three))).toBe(january(5))
    expect(debtSince(defaultDebtLimit)(ann)(rowsAfter([...three, settled(1, january(8))]))).toBeUndefined()
  })
})

describe('a payment', () => {
  const payment = uuid(600) as PaymentId
  const fees = [feeNo(1), feeNo(2)]
  const part = { borrower: ann, order: 'order 1', fees, amount: kroner(80), paidOn: january(6) }
  const made = PaymentMade({ payment, latestEnd: january(30) }, { payment: part })

  it('is found by its order, so that it is not made twice', () => {
    const rows = rowsAfter([made])
    expect(paymentByOrder(ann, 'order 1')(rows)?.payment).toBe(payment)
    expect(paymentByOrder(ann, 'order 2')(rows)).toBeUndefined()
    expect(paymentByOrder(bo, 'order 1')(rows)).toBeUndefined()
    expect(feesOfPayment(payment)(rows)).toEqual(fees)
  })

  it('is complete once all its fees are paid', () => {
    const rows = rowsAfter([made, PaymentCompleted({ payment, completedOn: january(7) }, {})])
    expect(paymentById(payment)(rows)?.completedOn).toBe(january(7))
  })
})

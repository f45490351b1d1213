import { borrowerUser, machineUser, staffUser, withHttpServer } from '../adapters/interfaces/http/with-http-server'
import type { BorrowerId } from '../../domain/values/ids'
import { registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { lostCopySteps, price } from './lost-copy-steps'

const reason = 'Aftalt ved skranken'
const problem = (name: string) => ({ body: { type: `urn:glemsom:problem:${name}` } })

describe('the receipt for the paid bill of a lost copy', () => {
  it('is given with the payment, and again when the payment is sent again or the receipt is read', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      const [receipt] = (await pay(borrower, bill)).body.receipts
      expect(receipt).toMatchObject({ copy, price, validUntil: '2026-09-30' })
      expect((await pay(borrower, bill)).body.receipts).toEqual([receipt])
      const read = await library.send('GET', `/fees/${bill.fee}/receipts`, { as: borrowerUser(borrower as BorrowerId) })
      expect(read.body.receipts).toEqual([receipt])
    }))

  it('names the copy, its price and the month, and neither the borrower, nor the fee, nor the payment', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      const { receipts, payment } = (await pay(borrower, bill)).body
      const statement = Buffer.from(receipts[0].receipt.split('.')[0], 'base64url').toString('utf8')
      expect(JSON.parse(statement)).toEqual({
        ...{ format: 'glemsom receipt 1', library: expect.any(String), receipt: expect.any(String) },
        ...{ copy, price, paidIn: '2026-03', validUntil: '2026-09-30' },
      })
      for (const id of [borrower, bill.fee, payment]) expect(statement).not.toContain(id)
    }))

  it('gives the price back once, after the payment is forgotten, when the copy is found', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post, forwardTo, fees } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      const [{ receipt }] = (await pay(borrower, bill)).body.receipts
      const payOut = (order: string) => post('/receipts/payout', { receipt, order })
      await forwardTo('2026-06-01')
      expect(await payOut('payout-1')).toMatchObject({ status: 409, ...problem('copy-is-not-found') })
      await find(copy)
      expect((await fees(borrower)).reimbursements).toEqual([])
      expect(await payOut('payout-1')).toMatchObject({ status: 200, body: { copy, amount: price } })
      expect(await payOut('payout-1')).toMatchObject({ status: 200, body: { copy, amount: price } })
      expect(await payOut('payout-2')).toMatchObject({ status: 409, ...problem('receipt-is-spent') })
    }))

  it('is not paid out with the order of another payout, also on a later day', () =>
    withHttpServer(async (library) => {
      const { loseCopies, pay, find, post, forwardTo } = lostCopySteps(library)
      const lost = await loseCopies(3)
      const receipts: string[] = []
      for (const { borrower, copy, bill } of lost)
        receipts.push((await pay(borrower, bill, `order-of-${copy}`)).body.receipts[0].receipt)
      await forwardTo('2026-06-01')
      for (const { copy } of lost) await find(copy)
      const payOut = (receipt: string | undefined, order: string) => post('/receipts/payout', { receipt, order })
      expect((await payOut(receipts[0], 'payout-1')).status).toBe(200)
      const another = { status: 409, ...problem('order-is-another-payout') }
      expect(await payOut(receipts[1], 'payout-1')).toMatchObject(another)
      await forwardTo('2026-06-03')
      expect(await payOut(receipts[1], 'payout-1')).toMatchObject(another)
      expect((await payOut(receipts[0], 'payout-1')).status).toBe(200)
      expect((await payOut(receipts[1], 'payout-2')).status).toBe(200)
      expect(await payOut(receipts[2], 'payout-2')).toMatchObject(another)
    }))

  it('and a reimbursement are not paid out with one order, whichever of them is paid out first', () =>
    withHttpServer(async (library) => {
      const { loseCopies, pay, find, post, forwardTo, feesAfter } = lostCopySteps(library)
      const [first, second, ...foundEarly] = await loseCopies(4)
      const receipts: string[] = []
      for (const { borrower, copy, bill } of [first!, second!])
        receipts.push((await pay(borrower, bill, `order-of-${copy}`)).body.receipts[0].receipt)
      const reimbursements: string[] = []
      for (const { borrower, copy, bill } of foundEarly) {
        await pay(borrower, bill, `order-of-${copy}`)
        reimbursements.push((await feesAfter(borrower, await find(copy))).reimbursements[0].reimbursement)
      }
      await forwardTo('2026-06-01')
      for (const { copy } of [first!, second!]) await find(copy)
      const payOutReceipt = (n: 0 | 1, order: string) => post('/receipts/payout', { receipt: receipts[n], order })
      const reimburse = (n: 0 | 1, order: string) => post(`/reimbursements/${reimbursements[n]}/payout`, { order })
      const another = { status: 409, ...problem('order-is-another-payout') }
      expect((await payOutReceipt(0, 'payout-1')).status).toBe(200)
      expect(await reimburse(0, 'payout-1')).toMatchObject(another)
      expect((await reimburse(0, 'payout-2')).status).toBe(200)
      expect(await payOutReceipt(1, 'payout-2')).toMatchObject(another)
      expect((await payOutReceipt(1, 'payout-3')).status).toBe(200)
      expect((await reimburse(1, 'payout-4')).status).toBe(200)
    }))

  it('gives nothing back when the found copy gave the price back by itself', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      const [{ receipt }] = (await pay(borrower, bill)).body.receipts
      await find(copy)
      const spent = await post('/receipts/payout', { receipt, order: 'payout-1' })
      expect(spent).toMatchObject({ status: 409, ...problem('receipt-is-spent') })
      expect((await library.send('GET', `/fees/${bill.fee}/receipts`, { as: staffUser })).body.receipts).toEqual([])
    }))

  it('is replaced by one for the rest, when a part is given back', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post, forwardTo, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      const [{ receipt: first }] = (await pay(borrower, bill)).body.receipts
      await feesAfter(borrower, await post(`/fees/${bill.fee}/reimbursement`, { amount: 10_000, reason }))
      const [rest] = (await library.send('GET', `/fees/${bill.fee}/receipts`, { as: staffUser })).body.receipts
      expect(rest.price).toBe(price - 10_000)
      await forwardTo('2026-06-01')
      await find(copy)
      expect((await post('/receipts/payout', { receipt: first, order: 'payout-1' })).status).toBe(409)
      const paidOut = await post('/receipts/payout', { receipt: rest.receipt, order: 'payout-2' })
      expect(paidOut).toMatchObject({ status: 200, body: { amount: price - 10_000 } })
    }))

  it('expires six months after the payment', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post, forwardTo } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      const [{ receipt }] = (await pay(borrower, bill)).body.receipts
      await forwardTo('2026-10-01')
      await find(copy)
      const late = await post('/receipts/payout', { receipt, order: 'payout-1' })
      expect(late).toMatchObject({ status: 422, ...problem('receipt-has-expired') })
    }))

  it('is refused when it was altered, and to everybody but staff', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, post } = lostCopySteps(library)
      const { borrower, bill } = await loseCopy()
      const [{ receipt }] = (await pay(borrower, bill)).body.receipts
      const [statement, signature] = receipt.split('.')
      const dearer = Buffer.from(statement, 'base64url').toString('utf8').replace(`${price}`, '99900')
      const altered = `${Buffer.from(dearer).toString('base64url')}.${signature}`
      const refused = await post('/receipts/payout', { receipt: altered, order: 'payout-1' })
      expect(refused).toMatchObject({ status: 422, ...problem('receipt-is-not-valid') })
      const body = { receipt, order: 'payout-1' }
      expect((await library.send('POST', '/receipts/payout', { as: machineUser, body })).status).toBe(403)
    }))

  it('is read by its borrower, and by no other borrower', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay } = lostCopySteps(library)
      const { borrower, bill } = await loseCopy()
      await pay(borrower, bill)
      const other = borrowerUser(await registerBorrowerByHttp(library))
      expect((await library.send('GET', `/fees/${bill.fee}/receipts`, { as: other })).status).toBe(403)
    }))
})

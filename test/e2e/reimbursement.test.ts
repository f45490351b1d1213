import { auditorUser, staffUser, withHttpServer, type Json } from '../adapters/interfaces/http/with-http-server'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { handling, lostCopySteps, price } from './lost-copy-steps'

const reason = 'Aftalt ved skranken'

describe('the paid bill of a lost copy that is found', () => {
  it('is reimbursed by itself: the price goes back, handling and the fee for lateness stand', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      expect(bill.amount).toBe(price + handling)
      await pay(borrower, bill)
      const { fees, reimbursements } = await feesAfter(borrower, await find(copy))
      expect(reimbursements).toMatchObject([{ amount: price, because: 'copyFound', settledOn: null }])
      expect(fees.map(({ kind, ending }: Json) => [kind, ending]).sort()).toEqual([
        ['compensation', 'paid'],
        ['lateness', null],
      ])
    }))

  it('is reimbursed with what is left of the price, when a part was given back before', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      await pay(borrower, bill)
      await post(`/fees/${bill.fee}/reimbursement`, { amount: 10_000, reason })
      const { reimbursements } = await feesAfter(borrower, await find(copy))
      expect(reimbursements.map(({ amount }: Json) => amount).sort()).toEqual([10_000, price - 10_000].sort())
    }))

  it('is reimbursed with the price less its reduction', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post, fees, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      await post(`/fees/${bill.fee}/reduction`, { by: 4_900, reason })
      const reduced = (await fees(borrower)).fees.find(({ fee }: Json) => fee === bill.fee)
      expect(reduced.amount).toBe(price + handling - 4_900)
      await pay(borrower, reduced)
      const { reimbursements } = await feesAfter(borrower, await find(copy))
      expect(reimbursements).toMatchObject([{ amount: price - 4_900 }])
    }))

  it('is reimbursed once, however often the copy is lost and found', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      await pay(borrower, bill)
      await find(copy)
      const { reimbursements } = await feesAfter(borrower, await find(copy))
      expect(reimbursements).toHaveLength(1)
    }))

  it('is reimbursed by itself when the copy was withdrawn before it was found', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      await pay(borrower, bill)
      await post(`/copies/${copy}/withdraw`, {})
      const { reimbursements } = await feesAfter(borrower, await find(copy))
      expect(reimbursements).toMatchObject([{ amount: price, because: 'copyFound' }])
      const found = await library.send('GET', `/copies/${copy}`, { as: staffUser })
      expect(found.body).toMatchObject({ status: 'withdrawn' })
    }))

  it('is not reimbursed by itself once the bill is forgotten, and nothing is owed to anybody', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, forwardTo, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      await pay(borrower, bill)
      await forwardTo('2026-04-13')
      const { reimbursements } = await feesAfter(borrower, await find(copy))
      expect(reimbursements).toEqual([])
    }))
})

describe('a reimbursement', () => {
  it('is paid out once for each order, and is forgotten 30 days after payout', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, post, forwardTo, fees, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      await pay(borrower, bill)
      await post(`/fees/${bill.fee}/reimbursement`, { amount: 10_000, reason })
      const { reimbursements } = await feesAfter(borrower, await find(copy))
      const [first, second] = reimbursements
      const payOut = (which: Json, order: string) => post(`/reimbursements/${which.reimbursement}/payout`, { order })
      await forwardTo('2026-03-20')
      expect((await payOut(first, 'payout-1')).status).toBe(200)
      expect((await payOut(first, 'payout-1')).status).toBe(200)
      await forwardTo('2026-03-21')
      expect((await payOut(first, 'payout-1')).status).toBe(200)
      expect(await payOut(first, 'payout-2')).toMatchObject({ status: 409 })
      expect(await payOut(second, 'payout-1')).toMatchObject({ status: 409 })
      const paidOut = (await fees(borrower)).reimbursements
      expect(paidOut.filter(({ ending }: Json) => ending === 'paidOut')).toMatchObject([
        { reimbursement: first.reimbursement, settledOn: '2026-03-20' },
      ])
      await forwardTo('2026-04-21')
      expect((await fees(borrower)).reimbursements).toMatchObject([{ reimbursement: second.reimbursement }])
    }))

  it('is not paid out with the order of a reimbursement to another borrower', () =>
    withHttpServer(async (library) => {
      const { pay, post, feesAfter, fees, forwardTo } = lostCopySteps(library)
      const borrowers = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      for (const borrower of borrowers) await lendCopyByHttp(library, await acquireCopyByHttp(library), borrower)
      await forwardTo('2026-03-12')
      const reimbursements: string[] = []
      for (const borrower of borrowers) {
        const bill = (await fees(borrower)).fees.find(({ kind }: Json) => kind === 'compensation')
        await pay(borrower, bill, `order-of-${borrower}`)
        const given = await post(`/fees/${bill.fee}/reimbursement`, { amount: 10_000, reason })
        reimbursements.push((await feesAfter(borrower, given)).reimbursements[0].reimbursement)
      }
      const [first, second] = reimbursements.map((id) => `/reimbursements/${id}/payout`)
      expect((await post(first!, { order: 'payout-1' })).status).toBe(200)
      expect(await post(second!, { order: 'payout-1' })).toMatchObject({
        status: 409,
        body: { type: 'urn:glemsom:problem:order-is-another-payout' },
      })
      expect((await post(second!, { order: 'payout-2' })).status).toBe(200)
    }))

  it('that is not paid out stands in the way of erasure, and is no debt', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, find, fees } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      const late = (await fees(borrower)).fees.find(({ kind }: Json) => kind === 'lateness')
      await pay(borrower, bill)
      await pay(borrower, late, 'order-2')
      await find(copy)
      const refused = await library.send('DELETE', `/borrowers/${borrower}`, { as: staffUser })
      expect(refused).toMatchObject({ status: 409, body: { obstacles: [{ what: 'unpaidReimbursements', count: 1 }] } })
      expect((await fees(borrower)).balance.owed).toBe(0)
    }))
})

describe('what staff decide about a fee', () => {
  it('gives back no more than was paid', () =>
    withHttpServer(async (library) => {
      const { loseCopy, pay, post } = lostCopySteps(library)
      const { borrower, bill } = await loseCopy()
      const reimburse = (amount: number) => post(`/fees/${bill.fee}/reimbursement`, { amount, reason })
      expect(await reimburse(100)).toMatchObject({ status: 409, body: { type: 'urn:glemsom:problem:fee-is-not-paid' } })
      await pay(borrower, bill)
      expect(await reimburse(price + handling + 1)).toMatchObject({ status: 422 })
      expect((await reimburse(price + handling)).status).toBe(200)
      expect(await reimburse(1)).toMatchObject({ status: 422 })
    }))

  it('is told with its reason and role to staff, and withheld from auditors', () =>
    withHttpServer(async (library) => {
      const { loseCopy, post } = lostCopySteps(library)
      const { bill } = await loseCopy()
      await post(`/fees/${bill.fee}/reduction`, { by: 100, reason })
      await post(`/fees/${bill.fee}/write-off`, { reason })
      const path = `/fees/${bill.fee}/transactions`
      expect((await library.send('GET', path, { as: staffUser })).body.transactions).toEqual([
        { type: 'reduction', amount: 100, reason, role: 'staff' },
        { type: 'writeOff', amount: price + handling - 100, reason, role: 'staff' },
      ])
      const withheld = { withheld: 'fee' }
      const transaction = { type: withheld, amount: withheld, reason: withheld, role: withheld }
      expect((await library.send('GET', path, { as: auditorUser })).body.transactions).toEqual([
        transaction,
        transaction,
      ])
    }))

  it('is refused to everybody but staff', () =>
    withHttpServer(async (library) => {
      const { loseCopy } = lostCopySteps(library)
      const { bill } = await loseCopy()
      for (const path of ['reduction', 'write-off', 'cancellation', 'reimbursement', 'write-off-reduction'])
        expect(
          (await library.send('POST', `/fees/${bill.fee}/${path}`, { as: auditorUser, body: { reason } })).status,
        ).toBe(403)
    }))
})

import { withHttpServer, type Json } from '../adapters/interfaces/http/with-http-server'
import { handling, lostCopySteps, price } from './lost-copy-steps'

const reason = 'the borrower has moved back'

describe('the reduction of a write-off', () => {
  it('makes what was written off owed again as a new fee, in part, and no more than was written off', () =>
    withHttpServer(async (library) => {
      const { loseCopy, post, feesAfter } = lostCopySteps(library)
      const { borrower, bill } = await loseCopy()
      await post(`/fees/${bill.fee}/write-off`, { reason })
      const demand = (amount: number) => post(`/fees/${bill.fee}/write-off-reduction`, { amount, reason })
      const { fees } = await feesAfter(borrower, await demand(20_000))
      expect(fees.filter(({ kind }: Json) => kind === 'compensation')).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ fee: bill.fee, ending: 'writtenOff' }),
          expect.objectContaining({ amount: 20_000, settledOn: null }),
        ]),
      )
      expect(await demand(price + handling - 20_000 + 1)).toMatchObject({ status: 422 })
      expect((await demand(price + handling - 20_000)).status).toBe(200)
    }))

  it('makes nothing owed again for a copy that was found after the write-off', () =>
    withHttpServer(async (library) => {
      const { loseCopy, post, find } = lostCopySteps(library)
      const { bill, copy } = await loseCopy()
      await post(`/fees/${bill.fee}/write-off`, { reason })
      expect((await find(copy)).status).toBe(200)
      const refused = await post(`/fees/${bill.fee}/write-off-reduction`, { amount: 100, reason })
      expect(refused).toMatchObject({ status: 422, body: { type: 'urn:glemsom:problem:amount-is-more-than-left' } })
    }))

  it('makes nothing owed again for a copy whose return of a day before the bill arrived after the write-off', () =>
    withHttpServer(async (library) => {
      const { loseCopy, post, findOffline } = lostCopySteps(library)
      const { bill, copy } = await loseCopy()
      await post(`/fees/${bill.fee}/write-off`, { reason })
      expect((await findOffline(copy, '2026-03-10')).status).toBe(200)
      const refused = await post(`/fees/${bill.fee}/write-off-reduction`, { amount: 100, reason })
      expect(refused).toMatchObject({ status: 422, body: { type: 'urn:glemsom:problem:amount-is-more-than-left' } })
    }))
})

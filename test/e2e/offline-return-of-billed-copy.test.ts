import { withHttpServer, type Json } from '../adapters/interfaces/http/with-http-server'
import { lostCopySteps, price } from './lost-copy-steps'

describe('the bill of a lost copy whose return arrives late', () => {
  it.each(['2026-03-10', '2026-03-11', '2026-03-12'])(
    'is reimbursed, when it is paid, on the day on which the library learns of its return, which is not before it was paid: returned on %s',
    (returnedOn) =>
      withHttpServer(async (library) => {
        const { loseCopy, pay, findOffline, forwardTo, feesAfter } = lostCopySteps(library)
        const { borrower, copy, bill } = await loseCopy()
        await forwardTo('2026-03-13')
        await pay(borrower, bill)
        await forwardTo('2026-03-14')
        const { reimbursements } = await feesAfter(borrower, await findOffline(copy, returnedOn))
        expect(reimbursements).toMatchObject([{ amount: price, because: 'copyFound', grantedOn: '2026-03-14' }])
      }),
  )

  it('is cancelled on the day on which the library learns of its return, while it is owed', () =>
    withHttpServer(async (library) => {
      const { loseCopy, findOffline, forwardTo, feesAfter } = lostCopySteps(library)
      const { borrower, copy, bill } = await loseCopy()
      await forwardTo('2026-03-14')
      const { fees } = await feesAfter(borrower, await findOffline(copy, '2026-03-10'))
      expect(fees.find(({ fee }: Json) => fee === bill.fee)).toMatchObject({
        ending: 'cancelled',
        settledOn: '2026-03-14',
      })
    }))
})

import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { acquireCopyByHttp, testBranch, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  auditorUser,
  machineUser,
  borrowerUser,
  withHttpServer,
  staffUser,
} from './with-http-server'

describe('a payment', () => {
  it('is recorded by staff and machines, and never by the borrower', () =>
    withHttpServer(async (library) => {
      const { send } = library
      const anna = await registerBorrowerByHttp(library)
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, anna)
      await send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-02-10' } })
      const { after } = (await send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } }))
        .body
      const owed = (await send('GET', `/borrowers/${anna}/fees?after=${after}`, { as: borrowerUser(anna) })).body
      const { fee, amount } = owed.fees[0]
      const body = { order: 'made-up', fees: [fee], amount }
      const path = `/borrowers/${anna}/payments`
      expect((await send('POST', path, { as: borrowerUser(anna), body })).status).toBe(403)
      expect((await send('POST', path, { as: auditorUser, body })).status).toBe(403)
      const feesAfter = (await send('GET', `/borrowers/${anna}/fees`, { as: borrowerUser(anna) })).body
      expect(feesAfter.balance.owed).toBe(owed.balance.owed)
      expect((await send('POST', path, { as: machineUser, body: { ...body, order: 'till-1' } })).status).toBe(201)
    }))

  it('is described as a route for staff and machines only', () => {
    expect(routes.find(({ name }) => name === 'payFees')?.roles).toEqual(['staff', 'machine'])
  })
})

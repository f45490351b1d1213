import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { acquire, branch, lend, register } from './desk'
import { administrator, auditor, machine, reader, served, staff } from './serve'

describe('a payment', () => {
  it('is recorded by whoever took the money, and never by the borrower who owes it', () =>
    served(async (library) => {
      const { send } = library
      const anna = await register(library)
      const copy = await acquire(library)
      await lend(library, copy, anna)
      await send('POST', '/clock/forward', { as: administrator, body: { to: '2026-02-10' } })
      const { after } = (await send('POST', `/copies/${copy}/return`, { as: staff, body: { branch } })).body
      const owed = (await send('GET', `/borrowers/${anna}/fees?after=${after}`, { as: reader(anna) })).body
      const { fee, amount } = owed.fees[0]
      const body = { order: 'made-up', fees: [fee], amount }
      const path = `/borrowers/${anna}/payments`
      expect((await send('POST', path, { as: reader(anna), body })).status).toBe(403)
      expect((await send('POST', path, { as: auditor, body })).status).toBe(403)
      const still = (await send('GET', `/borrowers/${anna}/fees`, { as: reader(anna) })).body
      expect(still.balance.owed).toBe(owed.balance.owed)
      expect((await send('POST', path, { as: machine, body: { ...body, order: 'till-1' } })).status).toBe(201)
    }))

  it('is described as for staff and machines alone', () => {
    expect(routes.find(({ name }) => name === 'payFees')?.roles).toEqual(['staff', 'machine'])
  })
})

import { addDays } from '../../../../domain/values/day'
import { openingDay } from '../../../fixtures/system'
import { right } from '../../../fixtures/right'
import { acquire, branch, lend, register } from './desk'
import { served, staff, type Served } from './serve'

const forwardTo = async ({ system }: Served, days: number) =>
  right(await system.clock.moveTo(addDays(days)(openingDay), () => undefined)())

describe('an idempotency key on another day', () => {
  it('takes no copy back that was lent to somebody else meanwhile, though no time is named', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const [anna, bo] = [await register(library), await register(library)]
      await lend(library, copy, anna)
      const sending = { as: staff, body: { branch }, headers: { 'Idempotency-Key': 'machine-7-return-1' } }
      const takeBack = () => library.send('POST', `/copies/${copy}/return`, sending)
      expect((await takeBack()).status).toBe(200)
      const { loan } = (await lend(library, copy, bo)).body
      await forwardTo(library, 1)
      expect((await takeBack()).status).toBe(200)
      const seen = await library.send('GET', `/borrowers/${bo}`, { as: staff })
      expect(seen.body.loans).toMatchObject([{ loan, copy, endedOn: null }])
    }))

  it('registers one borrower, and answers who that is', () =>
    served(async (library) => {
      const headers = { 'Idempotency-Key': 'registration-1' }
      const body = {
        ...{ name: 'Ingen Bestemt', cpr: null, group: 'adult', municipality: '851', homeBranch: branch },
        ...{ language: 'da', birthDate: '1980-02-03', card: '2999999999', pin: null },
        contact: { careOf: null, address: null, phones: [], mobileForNotices: null, email: null },
      }
      const first = await library.send('POST', '/borrowers', { as: staff, body, headers })
      await forwardTo(library, 13)
      const again = await library.send('POST', '/borrowers', { as: staff, body, headers })
      expect([again.status, again.body.borrower]).toEqual([201, first.body.borrower])
    }))

  it('belongs to the day that the request names, when it names one', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const anna = await register(library)
      const headers = { 'Idempotency-Key': 'offline-1' }
      const body = { copy, borrower: anna, branch, actedAt: `${openingDay}T09:00:00.000Z` }
      const first = await library.send('POST', '/loans', { as: staff, body, headers })
      await forwardTo(library, 2)
      const again = await library.send('POST', '/loans', { as: staff, body, headers })
      expect([again.status, again.body.loan]).toEqual([201, first.body.loan])
    }))
})

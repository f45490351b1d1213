import { addDays } from '../../../../domain/values/day'
import { openingDay } from '../../../fixtures/running-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireCopyByHttp, testBranch, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { withHttpServer, staffUser, type ServedLibrary } from './with-http-server'

const forwardTo = async ({ runningLibrary }: ServedLibrary, days: number) =>
  rightOrThrow(await runningLibrary.clock.moveTo(addDays(days)(openingDay), () => undefined)())

describe('an idempotency key on a later day', () => {
  it('does not return a copy that was lent to somebody else since, although no time is sent', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      await lendCopyByHttp(library, copy, anna)
      const sending = {
        as: staffUser,
        body: { branch: testBranch },
        headers: { 'Idempotency-Key': 'machine-7-return-1' },
      }
      const returnWithKey = () => library.send('POST', `/copies/${copy}/return`, sending)
      expect((await returnWithKey()).status).toBe(200)
      const { loan } = (await lendCopyByHttp(library, copy, bo)).body
      await forwardTo(library, 1)
      expect((await returnWithKey()).status).toBe(200)
      const overview = await library.send('GET', `/borrowers/${bo}`, { as: staffUser })
      expect(overview.body.loans).toMatchObject([{ loan, copy, endedOn: null }])
    }))

  it('registers one borrower, and answers the same id again', () =>
    withHttpServer(async (library) => {
      const headers = { 'Idempotency-Key': 'registration-1' }
      const body = {
        ...{ name: 'Ingen Bestemt', cpr: null, group: 'adult', municipality: '851', homeBranch: testBranch },
        ...{ language: 'da', birthDate: '1980-02-03', card: '2999999999', pin: null },
        contact: { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null },
      }
      const first = await library.send('POST', '/borrowers', { as: staffUser, body, headers })
      await forwardTo(library, 13)
      const again = await library.send('POST', '/borrowers', { as: staffUser, body, headers })
      expect([again.status, again.body.borrower]).toEqual([201, first.body.borrower])
    }))

  it('belongs to the day of actedAt, when the request sends it', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      const headers = { 'Idempotency-Key': 'offline-1' }
      const body = { copy, borrower: anna, branch: testBranch, actedAt: `${openingDay}T09:00:00.000Z` }
      const first = await library.send('POST', '/loans', { as: staffUser, body, headers })
      await forwardTo(library, 2)
      const again = await library.send('POST', '/loans', { as: staffUser, body, headers })
      expect([again.status, again.body.loan]).toEqual([201, first.body.loan])
    }))
})

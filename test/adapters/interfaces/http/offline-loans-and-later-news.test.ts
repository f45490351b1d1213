import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  branch,
  casesOf,
  copyAndTwoBorrowers,
  lendAtMachine,
  loansOf,
  returnAtMachine,
  statusOf,
  todayAt,
} from './offline-steps'
import { machineUser, staffUser, withHttpServer } from './with-http-server'

describe('a loan of a machine that was offline', () => {
  it('answers a repeat like the first time after the card that nobody had was issued', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const sending = {
        as: machineUser,
        body: { copy, borrower: null, card: '2777777777', branch, actedAt: todayAt('09:00') },
        headers: { 'Idempotency-Key': 'visit-2' },
      }
      const first = await library.send('POST', '/loans', sending)
      await registerBorrowerByHttp(library, { card: '2777777777' })
      const again = await library.send('POST', '/loans', sending)
      expect(first.body).toMatchObject({ loan: null, against: ['borrowerUnknown'] })
      expect(again.body).toEqual({ ...first.body, after: again.body.after })
    }))

  it('is a case no more when the return of the loan before it arrives', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('08:00') })
      await lendAtMachine(library, { copy, borrower: bo, actedAt: todayAt('10:00') })
      expect((await casesOf(library)).loans).toHaveLength(1)
      const back = await returnAtMachine(library, copy, todayAt('09:00'))
      expect((await casesOf(library)).loans).toEqual([])
      expect(await loansOf(library, bo, back)).toMatchObject([{ endedOn: null }])
    }))

  it('and its return change nothing about a copy that was withdrawn after them, and are no case', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await library.send('POST', `/copies/${copy}/withdraw`, { as: staffUser })
      await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('08:00') })
      const back = await returnAtMachine(library, copy, todayAt('09:00'))
      expect(await statusOf(library, copy, back)).toBe('withdrawn')
      expect(await loansOf(library, anna, back)).toMatchObject([{ endedOn: '2026-01-05' }])
      expect((await casesOf(library)).loans).toEqual([])
    }))
})

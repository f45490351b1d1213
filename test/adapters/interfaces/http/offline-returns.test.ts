import { lendCopyByHttp } from './http-steps'
import {
  branch,
  lendAtMachine,
  returnAtMachine,
  moveTo,
  loansOf,
  statusOf,
  casesOf,
  copyAndTwoBorrowers,
  todayAt,
} from './offline-steps'
import { machineUser, staffUser, withHttpServer } from './with-http-server'

describe('a return that comes before its loan', () => {
  it.each([
    ['at a machine that was offline', todayAt('11:00')],
    ['at a machine whose clock is fast', todayAt('14:00')],
    ['at the desk', undefined],
  ])('waits for it, %s', (_where, returnedAt) =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await returnAtMachine(library, copy, returnedAt)
      const lent = await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('09:00') })
      expect(lent).toMatchObject({ status: 201, body: { copy, dueOn: '2026-02-04', against: [], case: null } })
      expect(await loansOf(library, anna, lent)).toMatchObject([{ lentOn: '2026-01-05', endedOn: '2026-01-05' }])
      expect(await statusOf(library, copy, lent)).toBe('onShelf')
    }),
  )

  it('does not end a loan that was made after it', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await returnAtMachine(library, copy, todayAt('08:00'))
      const lent = await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('09:00') })
      expect(await loansOf(library, anna, lent)).toMatchObject([{ endedOn: null }])
      expect(await statusOf(library, copy, lent)).toBe('onLoan')
    }))

  it('fulfils the reservation of the borrower, and frees the copy that was set aside', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const { bo } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, bo)
      await library.send('POST', '/titles/52557240/reservations', { as: staffUser, body: { borrower: anna } })
      await returnAtMachine(library, copy)
      const lent = await lendAtMachine(library, { copy, borrower: anna, actedAt: todayAt('11:00') })
      const overview = await library.send('GET', `/borrowers/${anna}?after=${lent.body.after}`, { as: staffUser })
      expect(overview.body.reservations).toEqual([])
    }))
})

describe('a return that belongs to an earlier loan', () => {
  it('ends nothing later', () =>
    withHttpServer(async (library) => {
      const { copy, anna, bo } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, anna)
      await moveTo(library, '2026-01-06')
      await returnAtMachine(library, copy)
      await lendCopyByHttp(library, copy, bo)
      const late = await returnAtMachine(library, copy, '2026-01-06T08:00:00.000Z')
      expect(late.status).toBe(200)
      expect(await loansOf(library, bo, late)).toMatchObject([{ endedOn: null }])
      expect(await loansOf(library, anna, late)).toMatchObject([{ endedOn: '2026-01-06' }])
    }))

  it('corrects the day on which that loan ended, and its fee', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, anna)
      await moveTo(library, '2026-02-14')
      const byStaff = await returnAtMachine(library, copy)
      const fees = `/borrowers/${anna}/fees`
      const levied = await library.send('GET', `${fees}?after=${byStaff.body.after}`, { as: staffUser })
      expect(levied.body.balance.owed).toBe(6000)
      expect(byStaff.body.case).toBeNull()
      const early = await returnAtMachine(library, copy, '2026-02-06T08:00:00.000Z')
      expect(await loansOf(library, anna, early)).toMatchObject([{ endedOn: '2026-02-06' }])
      const corrected = await library.send('GET', `${fees}?after=${early.body.after}`, { as: staffUser })
      expect(corrected.body.balance.owed).toBe(2000)
      expect((await casesOf(library)).loans).toMatchObject([{ act: 'return', copy, against: ['countedAsLate'] }])
    }))

  it('answers the case that it makes of a loan that was counted as late, and so does a repeat', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      await moveTo(library, '2026-02-14')
      await returnAtMachine(library, copy)
      const returnEarlier = () =>
        library.send('POST', `/copies/${copy}/return`, {
          ...{ as: machineUser, body: { branch, actedAt: '2026-02-06T08:00:00.000Z' } },
          headers: { 'Idempotency-Key': 'return-1' },
        })
      expect(await returnEarlier()).toMatchObject({ status: 200, body: { case: loan } })
      expect(await returnEarlier()).toMatchObject({ status: 200, body: { case: loan } })
      expect((await casesOf(library)).loans).toMatchObject([{ case: loan, act: 'return' }])
    }))

  it('finds a copy that was billed as lost meanwhile, and cancels the bill', () =>
    withHttpServer(async (library) => {
      const { copy, anna } = await copyAndTwoBorrowers(library)
      await lendCopyByHttp(library, copy, anna)
      for (const day of ['2026-01-20', '2026-02-10', '2026-03-01', '2026-03-12']) await moveTo(library, day)
      expect((await library.send('GET', `/copies/${copy}`)).body.status).toBe('lost')
      const back = await returnAtMachine(library, copy, '2026-03-10T08:00:00.000Z')
      expect(await statusOf(library, copy, back)).toBe('onShelf')
      const { body } = await library.send('GET', `/borrowers/${anna}/fees?after=${back.body.after}`, { as: staffUser })
      expect(body.balance.owed).toBe(23_000)
    }))
})

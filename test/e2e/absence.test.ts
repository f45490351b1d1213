import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { BorrowerId } from '../../domain/values/ids'
import { absenceOfBorrower } from '../../projections/absences/absence-queries'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { absenceEventsOf, removeAbsence, setAbsence } from './absence-steps'
import { forwardTo } from './hold-steps'
import { acquireOneCopy, registerNumberedBorrower } from './use-case-steps'

const eventsOf = async (library: RunningLibrary, borrower: BorrowerId) =>
  (await absenceEventsOf(library, borrower)).map(({ type, recorded, living }) => [type, recorded, living.length])

const periodOf = async (library: RunningLibrary, borrower: BorrowerId) => {
  rightOrThrow(await library.catchUpReadModels())
  return absenceOfBorrower(borrower)(library.rows)
}

describe('an absence period (fraværsperiode)', () => {
  it('that is over is ended by the closing of its month, and erased with the closing of the next one', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      await setAbsence(library, ann, { from: '2026-01-20', until: '2026-02-10' })
      await forwardTo(library, '2026-02-28')
      expect(await eventsOf(library, ann)).toEqual([['AbsenceSet', '2026-01', 1]])
      expect(await periodOf(library, ann)).toEqual({ from: '2026-01-20', until: '2026-02-10' })
      await forwardTo(library, '2026-03-01')
      expect(await periodOf(library, ann)).toBeUndefined()
      await forwardTo(library, '2026-03-31')
      const [set, ended] = await absenceEventsOf(library, ann)
      expect(set?.living).toEqual(['absence'])
      expect(ended).toMatchObject({
        type: 'AbsenceEnded',
        recorded: '2026-03',
        stored: { open: { endedIn: '2026-02' } },
      })
      await forwardTo(library, '2026-04-01')
      expect((await absenceEventsOf(library, ann)).map(({ living }) => living)).toEqual([[], []])
      expect(await library.retention.status()).toMatchObject({ overdue: 0, dueNow: 0 })
    }))

  it('that is replaced or removed is erased with the closing of the next month; one without a last day stays', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      const bo = await registerNumberedBorrower(library, 2)
      await setAbsence(library, ann, { from: null, until: '2026-05-10' })
      await setAbsence(library, bo, { from: null, until: null })
      await setAbsence(library, ann, { from: null, until: null })
      await forwardTo(library, '2026-02-20')
      await removeAbsence(library, ann)
      expect(await periodOf(library, ann)).toBeUndefined()
      await forwardTo(library, '2026-03-01')
      expect(await eventsOf(library, ann)).toEqual([
        ['AbsenceSet', '2026-01', 0],
        ['AbsenceChanged', '2026-01', 1],
        ['AbsenceRemoved', '2026-02', 0],
      ])
      await forwardTo(library, '2026-04-01')
      expect((await eventsOf(library, ann)).map(([, , living]) => living)).toEqual([0, 0, 0])
      expect(await eventsOf(library, bo)).toEqual([['AbsenceSet', '2026-01', 1]])
      expect(await periodOf(library, bo)).toEqual({ from: '2026-01-05', until: null })
    }))

  it('bears no day openly', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      await setAbsence(library, ann, { from: '2026-01-20', until: '2026-01-25' })
      await forwardTo(library, '2026-02-01')
      const shown = await absenceEventsOf(library, ann)
      expect(shown.map(({ type }) => type)).toEqual(['AbsenceSet', 'AbsenceEnded'])
      expect(JSON.stringify(shown.map(({ stored }) => stored))).not.toMatch(/2026-01-\d/)
    }))
})

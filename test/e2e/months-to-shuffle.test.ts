import { readFileSync } from 'node:fs'
import type { RecordedEvent } from '../../domain/ports/event-store'
import type { Day } from '../../domain/values/day'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { moveClockTo, registerNumberedBorrower } from './use-case-steps'
import {
  borrowerNumbers,
  removeTracesOfShuffles,
  nextMonth,
  personsOf,
  registerFortyBorrowers,
  registrationsIn,
} from './shuffled-month-steps'

describe('a closed month of persons that is not shuffled yet', () => {
  it('is shuffled with all earlier ones at once in a library of a release that did not shuffle', () =>
    withTemporaryFolder(async (folder) => {
      const before = await withLibraryIn(folder, async (library) => {
        await registerFortyBorrowers(library)
        await moveClockTo(library, nextMonth)
        for (const number of borrowerNumbers) await registerNumberedBorrower(library, 100 + number)
        await moveClockTo(library, '2026-04-03' as Day)
        return personsOf(library)
      })
      removeTracesOfShuffles(folder)
      await withLibraryIn(folder, async (library) => {
        expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
        const after = await personsOf(library)
        for (const month of ['2026-01', '2026-02']) {
          const idsOf = (events: ReadonlyArray<RecordedEvent>) =>
            events.filter(({ recorded }) => recorded === month).map(({ id }) => id)
          expect(idsOf(after)).not.toEqual(idsOf(before))
          expect(idsOf(after).toSorted()).toEqual(idsOf(before).toSorted())
        }
        const months = after.map(({ recorded }) => recorded)
        expect(months).toEqual(months.toSorted())
      })
    }))

  it('is in no inventory before it is shuffled', () =>
    withTemporaryFolder(async (folder) => {
      await withLibraryIn(folder, async (library) => {
        await registerFortyBorrowers(library)
        await moveClockTo(library, nextMonth)
      })
      removeTracesOfShuffles(folder)
      await withLibraryIn(folder, async (library) => {
        rightOrThrow(await library.catchUpReadModels())
        const early = rightOrThrow(await library.writeInventory(`${folder}-early`)())
        expect(early.personsAsOf).toBeNull()
        expect(readFileSync(`${folder}-early`, 'utf8')).not.toContain('"log":"persons"')
        expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
        const later = rightOrThrow(await library.writeInventory(`${folder}-later`)())
        expect(later.personsAsOf).toBe('2026-01')
        expect(readFileSync(`${folder}-later`, 'utf8')).toContain('"log":"persons"')
      })
    }))

  it('is shuffled by the next run when the process was killed right after it had closed the month', () =>
    withTemporaryFolder(async (folder) => {
      const closed = await withLibraryIn(folder, async (library) => {
        await registerFortyBorrowers(library)
        await moveClockTo(library, nextMonth)
        return registrationsIn(library)
      })
      removeTracesOfShuffles(folder)
      await withLibraryIn(folder, async (library) => {
        expect(await registrationsIn(library)).toEqual(closed)
        expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
        const shuffled = await registrationsIn(library)
        expect(shuffled).not.toEqual(closed)
        expect(shuffled.toSorted()).toEqual(closed.toSorted())
      })
    }))
})

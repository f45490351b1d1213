import { allReadModels } from '../../projections/all-read-models'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { BorrowerId } from '../../domain/values/ids'
import { addCopiesAndBorrowers } from '../crash/crash-library'
import { allReadModelRows } from '../fixtures/in-memory-read-models'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { borrowerIdsOf, crashCopies, lendTo } from './errors/prepared-folder'

const rebuild = async (library: RunningLibrary, report = (): void => undefined) =>
  rightOrThrow(await library.rebuildReadModels(report)())

describe('a library whose read models are rebuilt', () => {
  it('lends meanwhile, and then has the same rows as after another rebuild', () =>
    withRunningLibrary(async (library) => {
      await addCopiesAndBorrowers(library)
      rightOrThrow(await library.catchUpReadModels())
      const borrowers = borrowerIdsOf(library)
      const lendings = crashCopies.slice(0, 40).map((copy, index) => async () => {
        const lent = await lendTo(library)(copy, borrowers[index % borrowers.length] as BorrowerId)
        rightOrThrow(lent)
      })
      const rebuilding = rebuild(library)
      for (const lend of lendings) await lend()
      expect(await rebuilding).toBe(allReadModels.length)
      rightOrThrow(await library.useCaseDependencies.waitForReactions())
      rightOrThrow(await library.catchUpReadModels())
      const rows = allReadModelRows(library)
      await rebuild(library)
      expect(allReadModelRows(library)).toEqual(rows)
    }))

  it('answers from the read models in use until the new ones have read all events', () =>
    withRunningLibrary(async (library) => {
      await addCopiesAndBorrowers(library)
      rightOrThrow(await library.catchUpReadModels())
      const rows = allReadModelRows(library)
      const rowsMeanwhile: unknown[] = []
      await rebuild(library, () => void rowsMeanwhile.push(allReadModelRows(library)))
      expect(rowsMeanwhile.length).toBeGreaterThan(0)
      expect(rowsMeanwhile).toEqual(rowsMeanwhile.map(() => rows))
      expect(allReadModelRows(library)).toEqual(rows)
    }))
})

import type { BorrowerId } from '../../domain/values/ids'
import { addDays } from '../../domain/values/day'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { addCopiesAndBorrowers } from '../crash/crash-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { borrowerIdsOf, crashCopies, lendTo } from './errors/prepared-folder'
import { registerNumberedBorrower } from './use-case-steps'

/** What the completeness proof finds while `work` runs: one list for each audit. */
const auditedDuring = async (library: RunningLibrary, work: Promise<unknown>): Promise<ReadonlyArray<unknown>> => {
  const progress = { isDone: false }
  const done = work.finally(() => {
    progress.isDone = true
  })
  const findings: unknown[] = []
  do findings.push(rightOrThrow(await library.audit.completeness(() => undefined)()).findings)
  while (!progress.isDone)
  await done
  return findings
}

const nothing = { scopes: [], certificates: [], events: [] }

describe('the completeness proof while the library is in use', () => {
  it('finds nothing while copies are lent, refused and lent again, borrowers register, and days and a month are closed', () =>
    withRunningLibrary(async (library) => {
      await addCopiesAndBorrowers(library)
      rightOrThrow(await library.catchUpReadModels())
      const borrowers = borrowerIdsOf(library)
      const work = async (): Promise<void> => {
        for (let round = 0; round < 33; round += 1) {
          await Promise.all([
            registerNumberedBorrower(library, 100 + round),
            ...crashCopies.slice(0, 16).map((copy, index) => lendTo(library)(copy, borrowers[index % 3] as BorrowerId)),
          ])
          const today = library.audit.today()
          rightOrThrow(await library.clock.moveTo(addDays(1)(today), () => undefined)())
        }
      }
      const findings = await auditedDuring(library, work())
      expect(findings).toEqual(findings.map(() => nothing))
    }))
})

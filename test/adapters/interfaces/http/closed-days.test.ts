import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../../../domain/use-cases/lend-copy'
import { returnCopy } from '../../../../domain/use-cases/return-copy'
import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { policyFileOf, withPolicies } from './policy-steps'

describe('closed days', () => {
  const closedOn = (days: ReadonlyArray<string>) => ({ closedDays: { days } })

  it('that a later version names move a due day that is given before', () =>
    withPolicies({}, closedOn(['2026-02-04', '2026-02-05']), async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const lent = await lendCopyByHttp(library, await acquireCopyByHttp(library), anna)
      expect(lent.body.dueOn).toBe('2026-02-06')
    }))

  it('that are added to the file later move the due days that were given, and those of later loans', () =>
    withTemporaryFolder(async (folder) => {
      const before = await openLibraryIn(folder, { policyFile: policyFileOf({}, {}) })
      const [anna, bo] = [await registerNumberedBorrower(before, 1), await registerNumberedBorrower(before, 2)]
      await acquireOneCopy(before)
      const lendOn = async (library: RunningLibrary, borrower: BorrowerId) =>
        rightOrThrow(
          await lendCopy(library.useCaseDependencies)({
            ...nowOnce(library),
            copy: oneCopy,
            borrower,
            branch: homeBranch,
          })(),
        )
      const dueDayOf = async (library: RunningLibrary) =>
        rightOrThrow(await library.useCaseDependencies.decisionQueries.currentLoanOf(oneCopy)())?.dueOn
      await lendOn(before, anna)
      expect(await dueDayOf(before)).toBe('2026-02-04')
      await before.close()

      const after = await openLibraryIn(folder, { policyFile: policyFileOf({}, closedOn(['2026-02-04'])) })
      expect(await dueDayOf(after)).toBe('2026-02-05')
      rightOrThrow(
        await returnCopy(after.useCaseDependencies)({ ...nowOnce(after), copy: oneCopy, branch: homeBranch })(),
      )
      await lendOn(after, bo)
      expect(await dueDayOf(after)).toBe('2026-02-05')
      await after.close()
    }))
})

import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { samePolicyEachDay } from '../../domain/policy/policy-by-day'
import { addCopiesAndBorrowers } from '../crash/crash-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { borrowerIdsOf, crashCopies, lendTo } from './errors/prepared-folder'

const refusalsIn = (answers: ReadonlyArray<{ readonly _tag: string }>): ReadonlyArray<unknown> =>
  answers.filter(({ _tag }) => _tag === 'Left')

describe('concurrent lending', () => {
  it('lends a borrower at sixteen machines at once no more than the limit', () =>
    withRunningLibrary(
      async (library) => {
        await addCopiesAndBorrowers(library)
        rightOrThrow(await library.catchUpReadModels())
        const [borrower] = borrowerIdsOf(library) as [BorrowerId]
        const answers = await Promise.all(crashCopies.slice(0, 16).map((copy) => lendTo(library)(copy, borrower)))
        expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(5)
        for (const refused of refusalsIn(answers))
          expect(refused).toMatchObject({ left: { refusal: { _tag: 'LoanIsRefused', because: 'loanLimitReached' } } })
        expect(
          rightOrThrow(await library.useCaseDependencies.decisionQueries.standing(borrower)())?.loans,
        ).toHaveLength(5)
      },
      { policy: samePolicyEachDay({ ...defaultLibraryPolicy, loanLimit: 5 }) },
    ))

  it('lends one copy to one of sixty-four borrowers', () =>
    withRunningLibrary(async (library) => {
      await addCopiesAndBorrowers(library)
      rightOrThrow(await library.catchUpReadModels())
      const borrowers = borrowerIdsOf(library)
      const callers = Array.from({ length: 64 }, (_, index) => borrowers[index % borrowers.length] as BorrowerId)
      const answers = await Promise.all(callers.map((borrower) => lendTo(library)(crashCopies[0] as CopyId, borrower)))
      expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(1)
      expect(refusalsIn(answers)).toHaveLength(63)
      for (const refused of refusalsIn(answers))
        expect(refused).toMatchObject({ left: { refusal: { _tag: 'LoanIsRefused', because: 'copyOnLoan' } } })
    }))
})

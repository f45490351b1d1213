import * as E from 'fp-ts/Either'
import { returnCopy } from '../../domain/use-cases/return-copy'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, LoanId } from '../../domain/values/ids'
import { delay } from '../../adapters/system/concurrency/delay'
import { addCopiesAndBorrowers, crashCopies } from '../crash/crash-library'
import { withRunningLibrary } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { tryToHold } from './hold-steps'
import { borrowerIdsOf, crashBranch, lendTo } from './errors/prepared-folder'
import { nowOnce } from './use-case-steps'

describe('a legal hold that is set while the worker erases', () => {
  it('is either too late and refused, or its loan is not erased', () =>
    withRunningLibrary(async (library) => {
      await addCopiesAndBorrowers(library)
      rightOrThrow(await library.catchUpReadModels())
      const copies = crashCopies.slice(0, 12)
      const [borrower] = borrowerIdsOf(library)
      const loans: LoanId[] = []
      for (const copy of copies) {
        rightOrThrow(await lendTo(library)(copy, borrower as BorrowerId))
        const current = rightOrThrow(await library.useCaseDependencies.decisionQueries.currentLoanOf(copy)())
        loans.push(current?.loan as LoanId)
        const returning = { copy, branch: crashBranch, ...nowOnce(library) }
        rightOrThrow(await returnCopy(library.useCaseDependencies)(returning)())
      }
      const [moved, ...holds] = await Promise.all([
        library.clock.moveTo('2026-02-06' as Day, () => undefined)(),
        ...loans.map(async (loan, index) => {
          await delay(index * 60)
          return { loan, set: await tryToHold(library, loan, '2026-06-30') }
        }),
      ])
      rightOrThrow(moved)
      const isErased = (loan: LoanId): boolean =>
        library.certificates.list({ scope: loan as never, limit: 1 }).length > 0
      const refusals = holds.flatMap(({ set }) => (E.isLeft(set) ? [set.left] : []))
      expect(refusals).toEqual(refusals.map(() => expect.objectContaining({ refusal: { _tag: 'ScopeIsErased' } })))
      for (const { loan, set } of holds) expect([loan, isErased(loan)]).toEqual([loan, E.isLeft(set)])
      expect(await library.retention.status()).toMatchObject({ overdue: 0, failed: [] })
    }))
})

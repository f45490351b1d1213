import type { BorrowerId, CopyId } from '../../domain/values/ids'
import { defaultPolicy } from '../../domain/policy/policy'
import { furnish } from '../crash/world'
import { right } from '../fixtures/right'
import { withSystem } from '../fixtures/system'
import { borrowersOf, copies, lendOne } from './errors/furnished'

const refusalsIn = (answers: ReadonlyArray<{ readonly _tag: string }>): ReadonlyArray<unknown> =>
  answers.filter(({ _tag }) => _tag === 'Left')

describe('many at once', () => {
  it('lends one borrower at sixteen machines no more than the limit', () =>
    withSystem(
      async (system) => {
        await furnish(system)
        right(await system.reach())
        const [borrower] = borrowersOf(system) as [BorrowerId]
        const answers = await Promise.all(copies.slice(0, 16).map((copy) => lendOne(system)(copy, borrower)))
        expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(5)
        for (const refused of refusalsIn(answers))
          expect(refused).toMatchObject({ left: { refusal: { _tag: 'LoanIsRefused', because: 'loanLimitReached' } } })
        expect(right(await system.library.lookUp.standing(borrower)())?.loans).toHaveLength(5)
      },
      { policy: { ...defaultPolicy, loanLimit: 5 } },
    ))

  it('lends one copy to one of sixty-four who ask for it', () =>
    withSystem(async (system) => {
      await furnish(system)
      right(await system.reach())
      const borrowers = borrowersOf(system)
      const callers = Array.from({ length: 64 }, (_, index) => borrowers[index % borrowers.length] as BorrowerId)
      const answers = await Promise.all(callers.map((borrower) => lendOne(system)(copies[0] as CopyId, borrower)))
      expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(1)
      expect(refusalsIn(answers)).toHaveLength(63)
      for (const refused of refusalsIn(answers))
        expect(refused).toMatchObject({ left: { refusal: { _tag: 'LoanIsRefused', because: 'copyOnLoan' } } })
    }))
})

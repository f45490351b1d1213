import type { UndoLoan } from '../../../domain/copy/commands/undo-loan'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/decider'
import { LoanUndone } from '../../../domain/copy/events/loan-undone'
import type { CopyRefusal } from '../../../domain/copy/refusal'
import type { Instant } from '../../../domain/values/instant'
import { defaultPolicy } from '../../../domain/policy/policy'
import { annasLoan } from '../../fixtures/copy-past'
import { forget } from '../../fixtures/forget'
import { given } from '../../fixtures/given'
import { acquired, anna, day, loanOf, mainLibrary, noon, theCopy, theTitle } from '../../fixtures/library'

const copy = copyDecider(defaultPolicy)
const undo = (but: Partial<UndoLoan> = {}): UndoLoan => ({
  type: 'UndoLoan',
  loan: loanOf(1),
  branch: mainLibrary,
  at: '2026-01-05T22:59:00.000Z' as Instant,
  ...but,
})
const lent = [acquired(), annasLoan({ fulfils: true })]

describe('undoing a loan made by mistake', () => {
  it('may be done until midnight in Copenhagen, and says that a reservation is to be made anew', () => {
    given(copy)(...lent)
      .when(undo())
      .thenHappens(
        LoanUndone(
          { loan: loanOf(1), copy: theCopy, title: theTitle, branch: mainLibrary, undoneOn: day('2026-01-05') },
          { loan: { borrower: anna, fulfilled: true } },
        ),
      )
  })

  const forgotten = forget(new Set([loanOf(1)]))<CopyEvent>(lent)
  const midnight = '2026-01-05T23:00:00.000Z' as Instant
  it.each<[CopyRefusal, ReadonlyArray<CopyEvent>, UndoLoan]>([
    [{ _tag: 'LoanIsOfAnotherDay', lentOn: day('2026-01-05') }, lent, undo({ at: midnight })],
    [{ _tag: 'LoanIsOfAnotherDay', lentOn: day('2026-01-05') }, lent, undo({ at: noon('2026-01-04') })],
    [{ _tag: 'LoanIsOver' }, lent, undo({ loan: loanOf(2) })],
    [{ _tag: 'LoanIsForgotten' }, forgotten, undo()],
    [{ _tag: 'CopyIsOnShelf' }, [acquired()], undo()],
    [{ _tag: 'CopyIsUnknown' }, [], undo()],
  ])('is refused with %j', (refusal, past, command) => {
    given(copy)(...past)
      .when(command)
      .thenRefused(refusal)
  })
})

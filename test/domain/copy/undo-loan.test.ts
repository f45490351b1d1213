import type { UndoLoan } from '../../../domain/copy/commands/undo-loan'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { LoanUndone } from '../../../domain/copy/events/loan-undone'
import type { CopyRefusal } from '../../../domain/copy/copy-refusal'
import type { Instant } from '../../../domain/values/instant'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { annasLoanStarted } from '../../fixtures/example-copy-events'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import {
  exampleCopyAcquired,
  anna,
  day,
  loanId,
  mainBranch,
  noon,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const undo = (but: Partial<UndoLoan> = {}): UndoLoan => ({
  type: 'UndoLoan',
  loan: loanId(1),
  branch: mainBranch,
  at: '2026-01-05T22:59:00.000Z' as Instant,
  ...but,
})
const lent = [exampleCopyAcquired(), annasLoanStarted({ fulfils: true })]

describe('undoing a loan made by mistake', () => {
  it('can be done until midnight in Copenhagen, and says whether a reservation must be restored', () => {
    given(copy)(...lent)
      .when(undo())
      .thenHappens(
        LoanUndone(
          { loan: loanId(1), copy: firstCopy, title: firstTitle, branch: mainBranch, undoneOn: day('2026-01-05') },
          { loan: { borrower: anna, fulfilled: true } },
        ),
      )
  })

  const forgotten = withScopesErased(new Set([loanId(1)]))<CopyEvent>(lent)
  const midnight = '2026-01-05T23:00:00.000Z' as Instant
  it.each<[CopyRefusal, ReadonlyArray<CopyEvent>, UndoLoan]>([
    [{ _tag: 'LoanIsOfAnotherDay', lentOn: day('2026-01-05') }, lent, undo({ at: midnight })],
    [{ _tag: 'LoanIsOfAnotherDay', lentOn: day('2026-01-05') }, lent, undo({ at: noon('2026-01-04') })],
    [{ _tag: 'LoanIsOver' }, lent, undo({ loan: loanId(2) })],
    [{ _tag: 'LoanIsForgotten' }, forgotten, undo()],
    [{ _tag: 'CopyIsOnShelf' }, [exampleCopyAcquired()], undo()],
    [{ _tag: 'CopyIsUnknown' }, [], undo()],
  ])('is refused with %j', (refusal, past, command) => {
    given(copy)(...past)
      .when(command)
      .thenRefused(refusal)
  })
})

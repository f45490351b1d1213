import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide'
import { copyDecider } from '../../../domain/copy/decider'
import { CopyFound } from '../../../domain/copy/events/copy-found'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import type { CopyRefusal } from '../../../domain/copy/refusal'
import { defaultPolicy } from '../../../domain/policy/policy'
import { annasLoan, billedToAnna, keptForAnna, sentToHarbour, withdrawn } from '../../fixtures/copy-past'
import { forget } from '../../fixtures/forget'
import { given } from '../../fixtures/given'
import {
  acquired,
  day,
  harbourBranch,
  loanOf,
  mainLibrary,
  setAsideOf,
  theCopy,
  theTitle,
} from '../../fixtures/library'

const copy = copyDecider(defaultPolicy)
const acquire = { type: 'Acquire', ...acquired().open } as const
const bill = { type: 'BillAsLost', loan: loanOf(1), day: day('2026-03-11') } as const
const find = { type: 'Find', branch: harbourBranch, day: day('2026-03-12') } as const
const withdraw = { type: 'Withdraw' } as const
const lent = [acquired(), annasLoan()]
const lost = [...lent, billedToAnna]

const forgotten = forget(new Set([loanOf(1)]))<CopyEvent>(lent)

describe('a copy in the collection', () => {
  it('is acquired with the fields of the catalogue', () => {
    given(copy)().when(acquire).thenHappens(acquired())
  })

  it('is billed as lost 35 days after its due day', () => {
    given(copy)(...lent)
      .when(bill)
      .thenHappens(billedToAnna)
  })

  it('is found once it was lost', () => {
    given(copy)(...lost)
      .when(find)
      .thenHappens(CopyFound({ copy: theCopy, title: theTitle, branch: harbourBranch, foundOn: day('2026-03-12') }, {}))
  })

  it.each([
    ['the shelf', [acquired()]],
    ['among the lost', lost],
    ['a loan that is forgotten', forgotten],
  ])('is withdrawn from %s', (_where, past) => {
    given(copy)(...past)
      .when(withdraw)
      .thenHappens(withdrawn)
  })

  it('is kept for nobody once it is withdrawn', () => {
    const open = { setAside: setAsideOf(1), copy: theCopy, title: theTitle, branch: mainLibrary } as const
    given(copy)(acquired(), keptForAnna, sentToHarbour)
      .when(withdraw)
      .thenHappens(SetAsideReleased({ ...open, because: 'copy gone' }, {}), withdrawn)
  })

  it.each<[CopyRefusal, CopyCommand, ReadonlyArray<CopyEvent>]>([
    [{ _tag: 'CopyIsAcquiredAlready' }, acquire, [acquired()]],
    [{ _tag: 'CopyIsAcquiredAlready' }, acquire, [acquired(), withdrawn]],
    [{ _tag: 'LoanIsNotOverdueEnough', days: 35 }, { ...bill, day: day('2026-03-10') }, lent],
    [{ _tag: 'LoanIsOver' }, { ...bill, loan: loanOf(2) }, lent],
    [{ _tag: 'LoanIsForgotten' }, bill, forgotten],
    [{ _tag: 'CopyIsOnShelf' }, bill, [acquired()]],
    [{ _tag: 'CopyIsLost' }, bill, lost],
    [{ _tag: 'CopyIsOnShelf' }, find, [acquired()]],
    [{ _tag: 'CopyIsUnknown' }, find, []],
    [{ _tag: 'CopyIsOnLoan' }, withdraw, lent],
    [{ _tag: 'CopyIsWithdrawn' }, withdraw, [acquired(), withdrawn]],
    [{ _tag: 'CopyIsUnknown' }, withdraw, []],
  ])('refuses with %j: %j', (refusal, command, past) => {
    given(copy)(...past)
      .when(command)
      .thenRefused(refusal)
  })
})

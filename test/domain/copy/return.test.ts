import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/decider'
import { CopyFound } from '../../../domain/copy/events/copy-found'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { defaultPolicy } from '../../../domain/policy/policy'
import {
  annasLoan,
  billedToAnna,
  keptForAnna,
  readyAtHarbour,
  sentToHarbour,
  withdrawn,
} from '../../fixtures/copy-past'
import { forget } from '../../fixtures/forget'
import { given, stateAfter } from '../../fixtures/given'
import {
  acquired,
  anna,
  day,
  harbourBranch,
  loanOf,
  mainLibrary,
  noon,
  theCopy,
  theTitle,
} from '../../fixtures/library'

const copy = copyDecider(defaultPolicy)
const takeBack = { type: 'Return', branch: harbourBranch, at: noon('2026-03-12') } as const
const place = { copy: theCopy, title: theTitle, branch: harbourBranch }
const returned = LoanReturned(
  { ...place, loan: loanOf(1), returnedOn: day('2026-03-12') },
  {
    loan: {
      borrower: anna,
      lentOn: day('2026-01-05'),
      dueOn: day('2026-02-04'),
      returnedAt: noon('2026-03-12'),
      borrowerGroup: 'adult',
      ageClass: 'adult',
      name: 'Night and Day',
    },
  },
)
const found = CopyFound({ ...place, foundOn: day('2026-03-12') }, {})
const handedIn = CopyHandedIn({ ...place, handedInOn: day('2026-03-12') }, {})

describe('returning a copy', () => {
  const forgotten = forget(new Set([loanOf(1)]))<CopyEvent>([acquired(), annasLoan()])
  it.each<[string, ReadonlyArray<CopyEvent>, CopyEvent]>([
    ['ends the loan', [acquired(), annasLoan()], returned],
    ['finds a lost copy', [acquired(), annasLoan(), billedToAnna], found],
    ['takes a copy that is not on loan', [acquired()], handedIn],
    ['takes a copy that was withdrawn', [acquired(), withdrawn], handedIn],
    ['takes a copy that is set aside', [acquired(), keptForAnna], handedIn],
    ['takes a copy on its way', [acquired(), keptForAnna, sentToHarbour], handedIn],
    ['takes a copy that is ready', [acquired(), keptForAnna, readyAtHarbour], handedIn],
    ['takes a copy whose borrower is forgotten', forgotten, handedIn],
  ])('is never refused: it %s', (_what, past, event) => {
    given(copy)(...past)
      .when(takeBack)
      .thenHappens(event)
  })

  it('knows no copy under a number that was never acquired', () => {
    given(copy)().when(takeBack).thenRefused({ _tag: 'CopyIsUnknown' })
  })

  it.each<[string, ReadonlyArray<CopyEvent>, object]>([
    ['on the shelf where it was handed in', [acquired(), handedIn], { _tag: 'OnShelf', branch: harbourBranch }],
    ['on the shelf after a loan that is forgotten', [...forgotten, handedIn], { _tag: 'OnShelf' }],
    ['withdrawn, if it was', [acquired(), withdrawn, handedIn], { _tag: 'Withdrawn', branch: mainLibrary }],
    [
      'kept, if it was on its way to somebody',
      [acquired(), keptForAnna, sentToHarbour, handedIn],
      { _tag: 'SetAside', branch: harbourBranch },
    ],
    [
      'ready, if it was ready there',
      [acquired(), keptForAnna, readyAtHarbour, handedIn],
      { _tag: 'ReadyForPickUp', branch: harbourBranch },
    ],
  ])('leaves a copy %s', (_where, past, state) => {
    expect(stateAfter(copy)(past)).toMatchObject(state)
  })
})

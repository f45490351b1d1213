import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { CopyFound } from '../../../domain/copy/events/copy-found'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import { UnlentReturnRecorded } from '../../../domain/copy/events/unlent-return-recorded'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import {
  annasLoanStarted,
  annasCopyBilledAsLost,
  copySetAsideForAnna,
  copyReadyAtHarbour,
  copySentToHarbour,
  firstCopyWithdrawn,
} from '../../fixtures/example-copy-events'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given, stateAfter } from '../../fixtures/given-when-then'
import {
  exampleCopyAcquired,
  anna,
  day,
  branchAtHarbour,
  loanId,
  noon,
  firstCopy,
  firstTitle,
  unmatchedId,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const unmatched = unmatchedId(1)
const takeBack = { type: 'Return', unmatched, branch: branchAtHarbour, at: noon('2026-03-12') } as const
const place = { copy: firstCopy, title: firstTitle, branch: branchAtHarbour }
const returned = LoanReturned(
  { ...place, loan: loanId(1), returnedOn: day('2026-03-12') },
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
const unlent = UnlentReturnRecorded(
  { unmatched: unmatchedId(1), copy: firstCopy },
  { unmatched: { returnedAt: noon('2026-03-12'), branch: branchAtHarbour } },
)
const handedIn = CopyHandedIn({ ...place, handedInOn: day('2026-03-12') }, {})

describe('returning a copy', () => {
  const forgotten = withScopesErased(new Set([loanId(1)]))<CopyEvent>([exampleCopyAcquired(), annasLoanStarted()])
  it.each<[string, ReadonlyArray<CopyEvent>, CopyEvent]>([
    ['ends the loan', [exampleCopyAcquired(), annasLoanStarted()], returned],
    ['finds a lost copy', [exampleCopyAcquired(), annasLoanStarted(), annasCopyBilledAsLost], found],
    ['takes a copy that is not on loan', [exampleCopyAcquired()], handedIn],
    ['takes a copy that was withdrawn', [exampleCopyAcquired(), firstCopyWithdrawn], handedIn],
    ['takes a copy that is set aside', [exampleCopyAcquired(), copySetAsideForAnna], handedIn],
    ['takes a copy in transit', [exampleCopyAcquired(), copySetAsideForAnna, copySentToHarbour], handedIn],
    ['takes a copy that is ready', [exampleCopyAcquired(), copySetAsideForAnna, copyReadyAtHarbour], handedIn],
    ['takes a copy whose borrower is erased', forgotten, handedIn],
  ])('is never refused: it %s', (_what, past, event) => {
    given(copy)(...past)
      .when(takeBack)
      .thenHappens(...(event === returned ? [event] : [event, unlent]))
  })

  it('is refused for an unknown item number', () => {
    given(copy)().when(takeBack).thenRefused({ _tag: 'CopyIsUnknown' })
  })

  it.each<[string, ReadonlyArray<CopyEvent>, object]>([
    [
      'available where it was handed in',
      [exampleCopyAcquired(), handedIn],
      { _tag: 'OnShelf', branch: branchAtHarbour },
    ],
    ['available after a loan whose borrower is erased', [...forgotten, handedIn], { _tag: 'OnShelf' }],
    [
      'withdrawn, if it was, where it was handed in',
      [exampleCopyAcquired(), firstCopyWithdrawn, handedIn],
      { _tag: 'Withdrawn', branch: branchAtHarbour },
    ],
    [
      'reserved, if it was in transit',
      [exampleCopyAcquired(), copySetAsideForAnna, copySentToHarbour, handedIn],
      { _tag: 'SetAside', branch: branchAtHarbour },
    ],
    [
      'ready, if it was ready there',
      [exampleCopyAcquired(), copySetAsideForAnna, copyReadyAtHarbour, handedIn],
      { _tag: 'ReadyForPickUp', branch: branchAtHarbour },
    ],
  ])('leaves a copy %s', (_where, past, state) => {
    expect(stateAfter(copy)(past)).toMatchObject(state)
  })
})

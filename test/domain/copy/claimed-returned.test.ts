import { copyDecider } from '../../../domain/copy/copy-decider'
import { ClaimedCopyFound } from '../../../domain/copy/events/claimed-copy-found'
import { ClaimedLoanWrittenOff } from '../../../domain/copy/events/claimed-loan-written-off'
import { LoanClaimedReturned } from '../../../domain/copy/events/loan-claimed-returned'
import { addToCopyHistory, emptyCopyHistory } from '../../../domain/copy/history/copy-history'
import { copyEventMetadata } from '../../fixtures/copy-event-metadata'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { annasCopyBilledAsLost, annasLoanStarted } from '../../fixtures/example-copy-events'
import { given } from '../../fixtures/given-when-then'
import { offlineLoanOfFirstCopy } from '../../fixtures/offline-commands'
import {
  anna,
  bent,
  branchAtHarbour,
  day,
  exampleCopyAcquired,
  exampleStanding,
  firstCopy,
  firstTitle,
  loanId,
  mainBranch,
  noon,
  statisticsScopeId,
  unmatchedId,
} from '../../fixtures/example-library'

const loan = loanId(1)
const past = given(copyDecider(defaultLibraryPolicy))
const lent = [exampleCopyAcquired(), annasLoanStarted()]
const claimed = LoanClaimedReturned(
  { loan, copy: firstCopy, title: firstTitle, claimedOn: day('2026-02-20'), latestEnd: day('2026-08-19') },
  { loan: { borrower: anna } },
)
const searched = past(...lent, claimed)
const found = (returnedOn: string, foundOn: string) =>
  ClaimedCopyFound(
    {
      ...{ loan, copy: firstCopy, title: firstTitle, branch: branchAtHarbour },
      ...{ returnedOn: day(returnedOn), foundOn: day(foundOn) },
    },
    {},
  )

describe('a loan that is claimed returned', () => {
  it('ends at the latest 180 days after the claim', () => {
    past(...lent)
      .when({ type: 'ClaimReturned', loan, at: noon('2026-02-20') })
      .thenHappens(claimed)
  })

  it('is not billed, however long it is overdue', () => {
    searched.when({ type: 'BillAsLost', loan, day: day('2026-07-01') }).thenRefused({ _tag: 'LoanIsClaimedReturned' })
  })

  it('counts as returned on the day of the claim, whoever finds the copy', () => {
    const [branch, at] = [branchAtHarbour, noon('2026-05-01')]
    searched
      .when({ type: 'Return', unmatched: unmatchedId(1), branch, at })
      .thenHappens(found('2026-02-20', '2026-05-01'))
    searched.when({ type: 'Find', branch, day: day('2026-05-01') }).thenHappens(found('2026-02-20', '2026-05-01'))
  })

  it('counts as returned earlier, when a machine that was offline took the copy back before the claim', () => {
    const takeBack = {
      type: 'Return',
      unmatched: unmatchedId(1),
      branch: branchAtHarbour,
      at: noon('2026-02-18'),
    } as const
    searched.when(takeBack).thenHappens(found('2026-02-18', '2026-02-18'))
  })

  it('ends without a fee, when the copy was lent to somebody else meanwhile', () => {
    const standing = exampleStanding(anna)
    const command = { standing, branch: branchAtHarbour, at: noon('2026-05-01'), statistics: statisticsScopeId }
    const state = searched.when({ type: 'RecordLoan', loan: loanId(2), ...command })
    state.thenHappens(found('2026-02-20', '2026-05-01'), expect.objectContaining({ type: 'LoanStarted' }))
  })

  it('ends on the day of the claim, in summer too, a loan that a machine sends afterwards', () => {
    const foundInSummer = found('2026-06-10', '2026-06-12')
    const history = [...lent, foundInSummer]
      .map((event, revision) => ({ ...event, metadata: copyEventMetadata(revision, '2026-06-12') }))
      .reduce(addToCopyHistory, emptyCopyHistory)
    const command = { standing: exampleStanding(bent), branch: mainBranch, at: noon('2026-06-09'), history }
    const [, ofBent] = past(...lent, foundInSummer)
      .when({ ...offlineLoanOfFirstCopy, loan: loanId(2), statistics: statisticsScopeId, ...command })
      .events()
    expect(ofBent).toMatchObject({ type: 'PastLoanRecorded', open: { returnedOn: '2026-06-10' } })
  })

  it('is written off on its latest end, and not before', () => {
    const writeOff = (on: string) => ({ type: 'WriteOffClaimedLoan', loan, day: day(on) }) as const
    searched.when(writeOff('2026-08-18')).thenRefused({ _tag: 'LoanIsClaimedReturned' })
    searched
      .when(writeOff('2026-08-19'))
      .thenHappens(
        ClaimedLoanWrittenOff(
          { loan, copy: firstCopy, title: firstTitle, branch: mainBranch, writtenOffOn: day('2026-08-19') },
          {},
        ),
      )
  })
})

describe('a loan that is not claimed returned', () => {
  it.each([
    { type: 'WithdrawReturnClaim', loan, at: noon('2026-02-21') },
    { type: 'WriteOffClaimedLoan', loan, day: day('2026-09-01') },
  ] as const)('refuses $type', (command) => {
    past(...lent)
      .when(command)
      .thenRefused({ _tag: 'LoanIsNotClaimedReturned' })
  })

  it('cannot be claimed once it is billed: the bill is reduced, written off or cancelled', () => {
    past(...lent, annasCopyBilledAsLost)
      .when({ type: 'ClaimReturned', loan, at: noon('2026-03-12') })
      .thenRefused({ _tag: 'CopyIsLost' })
  })
})

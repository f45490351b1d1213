import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { CopyFound } from '../../../domain/copy/events/copy-found'
import { addToCopyHistory, emptyCopyHistory } from '../../../domain/copy/history/copy-history'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import type { CopyRefusal } from '../../../domain/copy/copy-refusal'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import {
  annasLoanStarted,
  annasCopyBilledAsLost,
  copySetAsideForAnna,
  copySentToHarbour,
  firstCopyWithdrawn,
} from '../../fixtures/example-copy-events'
import { copyEventMetadata } from '../../fixtures/copy-event-metadata'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import { offlineReturnOfFirstCopy } from '../../fixtures/offline-commands'
import {
  bent,
  exampleCopyAcquired,
  exampleStanding,
  day,
  branchAtHarbour,
  loanId,
  mainBranch,
  setAsideId,
  firstCopy,
  firstTitle,
  noon,
  statisticsScopeId,
  unmatchedId,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const acquire = { type: 'Acquire', ...exampleCopyAcquired().open } as const
const bill = { type: 'BillAsLost', loan: loanId(1), day: day('2026-03-11') } as const
const find = { type: 'Find', branch: branchAtHarbour, day: day('2026-03-12') } as const
const withdraw = { type: 'Withdraw' } as const
const lent = [exampleCopyAcquired(), annasLoanStarted()]
const lost = [...lent, annasCopyBilledAsLost]

const lostAndWithdrawn = [...lost, firstCopyWithdrawn]
const scanned = { unmatched: unmatchedId(1), branch: branchAtHarbour, at: noon('2026-03-12') }

const historyOf = (events: ReadonlyArray<CopyEvent>) =>
  events
    .map((event, revision) => ({ ...event, metadata: copyEventMetadata(revision, '2026-03-11') }))
    .reduce(addToCopyHistory, emptyCopyHistory)

const forgotten = withScopesErased(new Set([loanId(1)]))<CopyEvent>(lent)

describe('a copy in the collection', () => {
  it('is acquired with the fields of the catalogue', () => {
    given(copy)().when(acquire).thenHappens(exampleCopyAcquired())
  })

  it('is billed as lost 35 days after its due day', () => {
    given(copy)(...lent)
      .when(bill)
      .thenHappens(annasCopyBilledAsLost)
  })

  it('is found after it was lost', () => {
    given(copy)(...lost)
      .when(find)
      .thenHappens(
        CopyFound({ copy: firstCopy, title: firstTitle, branch: branchAtHarbour, foundOn: day('2026-03-12') }, {}),
      )
  })

  it.each([
    ['the shelf', [exampleCopyAcquired()]],
    ['among the lost', lost],
    ['a loan whose borrower is erased', forgotten],
  ])('is withdrawn from %s', (_where, past) => {
    given(copy)(...past)
      .when(withdraw)
      .thenHappens(firstCopyWithdrawn)
  })

  it('is released when it is withdrawn', () => {
    const open = { setAside: setAsideId(1), copy: firstCopy, title: firstTitle, branch: mainBranch } as const
    given(copy)(exampleCopyAcquired(), copySetAsideForAnna, copySentToHarbour)
      .when(withdraw)
      .thenHappens(SetAsideReleased({ ...open, because: 'copy gone' }, {}), firstCopyWithdrawn)
  })

  it.each<[string, CopyCommand]>([
    ['staff', find],
    ['a scan', { type: 'Return', ...scanned }],
    ['a machine that was offline', { ...offlineReturnOfFirstCopy, ...scanned, history: historyOf(lostAndWithdrawn) }],
  ])('is found after it was lost and withdrawn, and stays withdrawn: by %s', (_whom, command) => {
    const [found, withdrawn, ...others] = given(copy)(...lostAndWithdrawn)
      .when(command)
      .events()
    expect([found, withdrawn]).toEqual([
      CopyFound({ copy: firstCopy, title: firstTitle, branch: branchAtHarbour, foundOn: day('2026-03-12') }, {}),
      firstCopyWithdrawn,
    ])
    expect(others.map(({ type }) => type)).toEqual(command.type === 'Find' ? [] : ['UnlentReturnRecorded'])
  })

  it('is found by its next loan after it was lost and withdrawn', () => {
    const lending = { standing: exampleStanding(bent), branch: branchAtHarbour, at: noon('2026-03-12') }
    const events = given(copy)(...lostAndWithdrawn)
      .when({ type: 'RecordLoan', loan: loanId(2), statistics: statisticsScopeId, ...lending })
      .events()
    expect(events.map(({ type }) => type)).toEqual(['CopyFound', 'CopyWithdrawn', 'LoanStarted'])
  })

  it('is found once after it was lost and withdrawn', () => {
    const past = given(copy)(...lostAndWithdrawn)
      .when(find)
      .events()
    given(copy)(...lostAndWithdrawn, ...past)
      .when(find)
      .thenRefused({ _tag: 'CopyIsWithdrawn' })
  })

  it.each<[CopyRefusal, CopyCommand, ReadonlyArray<CopyEvent>]>([
    [{ _tag: 'CopyIsAcquiredAlready' }, acquire, [exampleCopyAcquired()]],
    [{ _tag: 'CopyIsAcquiredAlready' }, acquire, [exampleCopyAcquired(), firstCopyWithdrawn]],
    [{ _tag: 'LoanIsNotOverdueEnough', days: 35 }, { ...bill, day: day('2026-03-10') }, lent],
    [{ _tag: 'LoanIsOver' }, { ...bill, loan: loanId(2) }, lent],
    [{ _tag: 'LoanIsForgotten' }, bill, forgotten],
    [{ _tag: 'CopyIsOnShelf' }, bill, [exampleCopyAcquired()]],
    [{ _tag: 'CopyIsLost' }, bill, lost],
    [{ _tag: 'CopyIsOnShelf' }, find, [exampleCopyAcquired()]],
    [{ _tag: 'CopyIsUnknown' }, find, []],
    [{ _tag: 'CopyIsOnLoan' }, withdraw, lent],
    [{ _tag: 'CopyIsWithdrawn' }, withdraw, [exampleCopyAcquired(), firstCopyWithdrawn]],
    [{ _tag: 'CopyIsUnknown' }, withdraw, []],
  ])('refuses with %j: %j', (refusal, command, past) => {
    given(copy)(...past)
      .when(command)
      .thenRefused(refusal)
  })
})

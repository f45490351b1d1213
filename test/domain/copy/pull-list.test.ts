import type { LendCopy } from '../../../domain/copy/commands/lend-copy'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import { CopyMissing } from '../../../domain/copy/events/copy-missing'
import { CopyPutOnPullList } from '../../../domain/copy/events/copy-put-on-pull-list'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { ShelfMarkChanged } from '../../../domain/copy/events/shelf-mark-changed'
import type { CopyRefusal } from '../../../domain/copy/copy-refusal'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import {
  annasLoanStarted,
  copyReadyAtHarbour,
  copySentToHarbour,
  copySetAsideForAnna,
  firstCopyWithdrawn,
} from '../../fixtures/example-copy-events'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given, stateAfter } from '../../fixtures/given-when-then'
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
  reservationId,
  setAsideId,
  statisticsScopeId,
  unmatchedId,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const place = { copy: firstCopy, title: firstTitle, branch: mainBranch }
const reservedFor = { borrower: anna, reservation: reservationId(1), pickUpBranch: branchAtHarbour }
const onPullList = CopyPutOnPullList(
  { ...place, setAside: setAsideId(1), latestEnd: day('2026-03-06') },
  { setAside: reservedFor },
)
const putOnPullList = {
  type: 'PutOnPullList',
  setAside: setAsideId(1),
  ...reservedFor,
  at: noon('2026-01-05'),
} as const
const notFound = { type: 'NotFound', branch: mainBranch, day: day('2026-01-06') } as const
const miss = { type: 'RecordMissing', day: day('2026-01-06') } as const
const missing = CopyMissing({ ...place, missedOn: day('2026-01-06') }, {})
const released = (because: 'lent' | 'copy gone') => SetAsideReleased({ ...place, setAside: setAsideId(1), because }, {})
const lendTo = (borrower: typeof anna): LendCopy => ({
  ...{ type: 'Lend', loan: loanId(1), statistics: statisticsScopeId },
  ...{ standing: exampleStanding(borrower), branch: mainBranch, at: noon('2026-01-05') },
})
const unmatched = unmatchedId(1)
const takeBack = { type: 'Return', unmatched, branch: branchAtHarbour, at: noon('2026-01-07') } as const
const handedIn = CopyHandedIn({ ...place, branch: branchAtHarbour, handedInOn: day('2026-01-07') }, {})
const typesAfter = (past: ReadonlyArray<CopyEvent>, command: CopyCommand) =>
  given(copy)(...past)
    .when(command)
    .events()
    .map(({ type }) => type)

describe('a copy on the pull list', () => {
  const wanted = [exampleCopyAcquired(), onPullList]

  it('was on the shelf, and is not ready before it is scanned', () => {
    given(copy)(exampleCopyAcquired()).when(putOnPullList).thenHappens(onPullList)
    expect(stateAfter(copy)(wanted)).toMatchObject({ _tag: 'OnPullList', branch: mainBranch })
  })

  it('is set aside for its reservation by any scan', () => {
    expect(stateAfter(copy)([...wanted, handedIn])).toMatchObject({ _tag: 'SetAside', branch: branchAtHarbour })
  })

  it.each([
    ['to its borrower, whose reservation it fulfils', anna, released('lent'), annasLoanStarted({ fulfils: true })],
    ['to anybody else who brings it to the desk', bent, released('copy gone'), annasLoanStarted({ borrower: bent })],
  ])('is lent %s', (_to, borrower, release, loan) => {
    given(copy)(...wanted)
      .when(lendTo(borrower))
      .thenHappens(release, loan)
  })

  it('that is not found is missing, and reserved for nobody', () => {
    given(copy)(...wanted)
      .when(notFound)
      .thenHappens(released('copy gone'), missing)
  })
})

describe('a missing copy', () => {
  it.each<[string, ReadonlyArray<CopyEvent>, ReadonlyArray<CopyEvent['type']>]>([
    ['the shelf', [exampleCopyAcquired()], ['CopyMissing']],
    [
      'the pick-up shelf',
      [copySetAsideForAnna, copySentToHarbour, copyReadyAtHarbour],
      ['SetAsideReleased', 'CopyMissing'],
    ],
    ['the van', [copySetAsideForAnna, copySentToHarbour], ['SetAsideReleased', 'CopyMissing']],
  ])('was missed on %s', (_where, past, types) => {
    expect(typesAfter([exampleCopyAcquired(), ...past], miss)).toEqual(types)
  })

  const missed = [exampleCopyAcquired(), missing]
  it('is found by any scan', () => {
    expect(typesAfter(missed, takeBack)).toEqual(['CopyHandedIn', 'UnlentReturnRecorded'])
    expect(stateAfter(copy)([...missed, handedIn])).toMatchObject({ _tag: 'OnShelf', branch: branchAtHarbour })
    expect(typesAfter(missed, { type: 'Find', branch: mainBranch, day: day('2026-01-07') })).toEqual(['CopyHandedIn'])
    expect(typesAfter(missed, lendTo(bent))).toEqual(['LoanStarted'])
  })

  it('is withdrawn like any other', () => {
    expect(typesAfter(missed, { type: 'Withdraw' })).toEqual(['CopyWithdrawn'])
  })
})

describe('a copy that is reserved for an erased borrower', () => {
  it('is available where it is handed in', () => {
    const past = withScopesErased(new Set([setAsideId(1)]))<CopyEvent>([exampleCopyAcquired(), copySetAsideForAnna])
    const events = given(copy)(...past)
      .when(takeBack)
      .events()
    expect(stateAfter(copy)([...past, ...events])).toMatchObject({ _tag: 'OnShelf', branch: branchAtHarbour })
  })
})

describe('the shelf mark of a copy', () => {
  const marked = ShelfMarkChanged({ copy: firstCopy, shelfMark: '86 Woolf' }, {})

  it('comes with its acquisition, or later', () => {
    const acquire = { type: 'Acquire', ...exampleCopyAcquired().open, shelfMark: '86 Woolf' } as const
    given(copy)().when(acquire).thenHappens(exampleCopyAcquired(), marked)
    given(copy)(exampleCopyAcquired()).when({ type: 'ChangeShelfMark', shelfMark: '86 Woolf' }).thenHappens(marked)
  })
})

it.each<[CopyRefusal['_tag'], CopyCommand, ReadonlyArray<CopyEvent>]>([
  ['CopyIsUnknown', putOnPullList, []],
  ['CopyIsOnLoan', putOnPullList, [exampleCopyAcquired(), annasLoanStarted()]],
  ['CopyIsMissing', putOnPullList, [exampleCopyAcquired(), missing]],
  ['CopyIsOnShelf', notFound, [exampleCopyAcquired()]],
  ['CopyIsSetAside', notFound, [exampleCopyAcquired(), onPullList, handedIn]],
  ['CopyIsOnAnotherPullList', { ...notFound, branch: branchAtHarbour }, [exampleCopyAcquired(), onPullList]],
  ['CopyIsOnLoan', miss, [exampleCopyAcquired(), annasLoanStarted()]],
  ['CopyIsMissing', miss, [exampleCopyAcquired(), missing]],
  ['CopyIsWithdrawn', miss, [exampleCopyAcquired(), firstCopyWithdrawn]],
  ['CopyIsUnknown', { type: 'ChangeShelfMark', shelfMark: '86' }, []],
])('a command for the pull list is refused with %s: %j', (_tag, command, past) => {
  given(copy)(...past)
    .when(command)
    .thenRefused({ _tag } as CopyRefusal)
})

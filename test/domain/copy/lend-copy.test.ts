import type { LendCopy } from '../../../domain/copy/commands/lend-copy'
import { copyDecider } from '../../../domain/copy/copy-decider'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { oreFromKroner } from '../../../domain/values/ore'
import type { LendingRefusalTag } from '../../../domain/policy/lending-refusal'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { BorrowerStanding } from '../../../domain/policy/borrower-standing'
import {
  annasLoanStarted,
  annasCopyBilledAsLost,
  copySetAsideForAnna,
  copyReadyAtHarbour,
  copySentToHarbour,
  firstCopyWithdrawn,
} from '../../fixtures/example-copy-events'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import {
  exampleCopyAcquired,
  anna,
  secondTitle,
  bent,
  day,
  branchAtHarbour,
  loanId,
  mainBranch,
  noon,
  reservationId,
  secondCopy,
  setAsideId,
  exampleStanding,
  statisticsScopeId,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const lendTo = (standing: BorrowerStanding | undefined): LendCopy => ({
  type: 'Lend',
  loan: loanId(1),
  statistics: statisticsScopeId,
  standing,
  branch: mainBranch,
  at: noon('2026-01-05'),
})
const overridable: ReadonlySet<LendingRefusalTag> = new Set<LendingRefusalTag>(['debtOverLimit', 'loanLimitReached'])
const openLoan = { loan: loanId(9), copy: secondCopy, title: secondTitle, dueOn: day('2026-02-01') }

describe('lending a copy', () => {
  it('lends an available copy for thirty days', () => {
    given(copy)(exampleCopyAcquired())
      .when(lendTo(exampleStanding(anna)))
      .thenHappens(annasLoanStarted())
  })

  it('fulfils a reservation also with another copy of the title', () => {
    const standing = exampleStanding(anna, {
      reservations: [{ reservation: reservationId(3), title: firstTitle, volume: null }],
    })
    given(copy)(exampleCopyAcquired())
      .when(lendTo(standing))
      .thenHappens(annasLoanStarted({ fulfils: true }))
  })

  it('lends a ready copy to the borrower it is reserved for, releases it and fulfils the reservation', () => {
    given(copy)(exampleCopyAcquired(), copySetAsideForAnna, copySentToHarbour, copyReadyAtHarbour)
      .when(lendTo(exampleStanding(anna)))
      .thenHappens(
        SetAsideReleased(
          { setAside: setAsideId(1), copy: firstCopy, title: firstTitle, branch: mainBranch, because: 'lent' },
          {},
        ),
        annasLoanStarted({ fulfils: true }),
      )
  })

  it('counts a borrower whose birth date is unknown as a child', () => {
    const [event] = given(copy)(exampleCopyAcquired())
      .when(lendTo(exampleStanding(anna, { birthDate: null })))
      .events()
    expect(event).toMatchObject({ sealed: { statistics: { value: { ageClass: 'child' } } } })
  })

  const children = exampleStanding(bent, { birthDate: day('2012-01-06') })
  it.each<[LendingRefusalTag, string, ReadonlyArray<CopyEvent>, BorrowerStanding | undefined]>([
    ['borrowerUnknown', 'nobody has that id', [exampleCopyAcquired()], undefined],
    [
      'copyOnLoan',
      'it is lent to one borrower at a time',
      [exampleCopyAcquired(), annasLoanStarted()],
      exampleStanding(bent),
    ],
    [
      'copyLost',
      'it counts as lost',
      [exampleCopyAcquired(), annasLoanStarted(), annasCopyBilledAsLost],
      exampleStanding(bent),
    ],
    ['copyWithdrawn', 'it has left the collection', [exampleCopyAcquired(), firstCopyWithdrawn], exampleStanding(bent)],
    ['copySetAsideForAnother', 'it is set aside', [exampleCopyAcquired(), copySetAsideForAnna], exampleStanding(bent)],
    [
      'copySetAsideForAnother',
      'it is on its way',
      [exampleCopyAcquired(), copySetAsideForAnna, copySentToHarbour],
      exampleStanding(bent),
    ],
    [
      'copySetAsideForAnother',
      'it is ready',
      [exampleCopyAcquired(), copySetAsideForAnna, copyReadyAtHarbour],
      exampleStanding(bent),
    ],
    ['materialNotLent', 'it is never lent', [exampleCopyAcquired({ group: 'not-lent' })], exampleStanding(bent)],
    ['borrowerBlocked', 'any block refuses lending', [exampleCopyAcquired()], exampleStanding(bent, { blocks: ['O'] })],
    [
      'debtOverLimit',
      'debt of 200 kr or more blocks',
      [exampleCopyAcquired()],
      exampleStanding(bent, { owed: oreFromKroner(200) }),
    ],
    ['belowAgeLimit', 'the borrower is 13 on the day', [exampleCopyAcquired({ ageLimit: 14 })], children],
    [
      'belowAgeLimit',
      'the age is unknown',
      [exampleCopyAcquired({ ageLimit: 7 })],
      exampleStanding(bent, { birthDate: null }),
    ],
    [
      'loanLimitReached',
      'thirty loans are the most',
      [exampleCopyAcquired()],
      exampleStanding(bent, { loans: Array.from({ length: 30 }, () => openLoan) }),
    ],
  ])('is refused with %s when %s', (because, _when, past, standing) => {
    given(copy)(...past)
      .when(lendTo(standing))
      .thenRefused({ _tag: 'LoanIsRefused', because, ...(overridable.has(because) ? { mayBeOverridden: true } : {}) })
  })

  it('is refused for an unknown item number', () => {
    given(copy)()
      .when(lendTo(exampleStanding(anna)))
      .thenRefused({ _tag: 'CopyIsUnknown' })
  })

  it('is refused for a copy reserved for an erased borrower', () => {
    const past = withScopesErased(new Set([setAsideId(1)]))<CopyEvent>([exampleCopyAcquired(), copySetAsideForAnna])
    given(copy)(...past)
      .when(lendTo(exampleStanding(anna)))
      .thenRefused({ _tag: 'LoanIsRefused', because: 'copySetAsideForAnother' })
  })

  it('lends at 199.99 kr of debt, with 29 loans, and at the age of the limit', () => {
    const standing = exampleStanding(anna, {
      owed: oreFromKroner(199.99),
      loans: Array.from({ length: 29 }, () => openLoan),
      birthDate: day('2012-01-05'),
    })
    const events = given(copy)(exampleCopyAcquired({ ageLimit: 14 }))
      .when(lendTo(standing))
      .events()
    expect(events.map(({ type }) => type)).toEqual([LoanStarted.type])
  })

  it('records the branch of the loan', () => {
    const [event] = given(copy)(exampleCopyAcquired())
      .when({ ...lendTo(exampleStanding(anna)), branch: branchAtHarbour })
      .events()
    expect(event?.open).toMatchObject({ branch: branchAtHarbour })
  })
})

import type { RecordLoan } from '../../../domain/copy/commands/record-loan'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { oreFromKroner } from '../../../domain/values/ore'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { BorrowerStanding } from '../../../domain/policy/borrower-standing'
import {
  annasLoanStarted,
  annasCopyBilledAsLost,
  copySetAsideForAnna,
  copyReadyAtHarbour,
  firstCopyWithdrawn,
} from '../../fixtures/example-copy-events'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import {
  exampleCopyAcquired,
  anna,
  bent,
  loanId,
  mainBranch,
  noon,
  exampleStanding,
  statisticsScopeId,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const recordFor = (standing: BorrowerStanding): RecordLoan => ({
  type: 'RecordLoan',
  loan: loanId(2),
  statistics: statisticsScopeId,
  standing,
  branch: mainBranch,
  at: noon('2026-01-20'),
})

describe('recording a loan that has already happened', () => {
  it('names no rule when the loan broke none', () => {
    const [event] = given(copy)(exampleCopyAcquired())
      .when(recordFor(exampleStanding(bent)))
      .events()
    expect(event).toMatchObject({ type: 'LoanStarted', sealed: { loan: { value: { against: [] } } } })
  })

  it('is never refused, and names every rule that the loan broke', () => {
    const standing = exampleStanding(bent, { blocks: ['U'], owed: oreFromKroner(500), birthDate: null })
    const events = given(copy)(exampleCopyAcquired({ group: 'not-lent', ageLimit: 18 }))
      .when(recordFor(standing))
      .events()
    expect(events).toMatchObject([
      {
        sealed: {
          loan: {
            value: {
              against: ['materialNotLent', 'borrowerBlocked', 'debtOverLimit', 'belowAgeLimit'],
              dueOn: '2026-02-19',
            },
          },
        },
      },
    ])
  })

  const annaForgotten = withScopesErased(new Set([loanId(1)]))<CopyEvent>([exampleCopyAcquired(), annasLoanStarted()])
  it.each<[string, ReadonlyArray<CopyEvent>, BorrowerStanding, ReadonlyArray<string>, ReadonlyArray<string>]>([
    [
      'an earlier loan is ended',
      [exampleCopyAcquired(), annasLoanStarted()],
      exampleStanding(bent),
      ['LoanReturned'],
      ['copyOnLoan'],
    ],
    ['so is one whose borrower is erased', annaForgotten, exampleStanding(bent), ['CopyHandedIn'], ['copyOnLoan']],
    [
      'a lost copy was found',
      [exampleCopyAcquired(), annasLoanStarted(), annasCopyBilledAsLost],
      exampleStanding(bent),
      ['CopyFound'],
      ['copyLost'],
    ],
    [
      'a withdrawn copy needs no event',
      [exampleCopyAcquired(), firstCopyWithdrawn],
      exampleStanding(bent),
      [],
      ['copyWithdrawn'],
    ],
    [
      'a copy reserved for another borrower is released',
      [exampleCopyAcquired(), copySetAsideForAnna, copyReadyAtHarbour],
      exampleStanding(bent),
      ['SetAsideReleased'],
      ['copySetAsideForAnother'],
    ],
    [
      'a copy reserved for the borrower is released',
      [exampleCopyAcquired(), copySetAsideForAnna],
      exampleStanding(anna),
      ['SetAsideReleased'],
      [],
    ],
  ])('%s', (_what, past, standing, first, against) => {
    const events = given(copy)(...past)
      .when(recordFor(standing))
      .events()
    expect(events.map(({ type }) => type)).toEqual([...first, 'LoanStarted'])
    expect(events.at(-1)).toMatchObject({ sealed: { loan: { value: { borrower: standing.borrower, against } } } })
  })

  it('is refused only for an unknown item number', () => {
    given(copy)()
      .when(recordFor(exampleStanding(bent)))
      .thenRefused({ _tag: 'CopyIsUnknown' })
  })
})

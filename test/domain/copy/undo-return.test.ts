import type { UndoReturn } from '../../../domain/copy/commands/undo-return'
import { textOfContinuedLoan } from '../../../domain/copy/continued-loan'
import { copyDecider } from '../../../domain/copy/copy-decider'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyRefusal } from '../../../domain/copy/copy-refusal'
import { CopySetAside } from '../../../domain/copy/events/copy-set-aside'
import { LoanRenewed } from '../../../domain/copy/events/loan-renewed'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { BorrowerFee } from '../../../domain/ports/decision-queries'
import type { Instant } from '../../../domain/values/instant'
import { oreFromKroner } from '../../../domain/values/ore'
import { feeId } from '../../fixtures/example-fees'
import { annasLoanStarted, copySetAsideForAnna, firstCopyWithdrawn } from '../../fixtures/example-copy-events'
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
  nothingOverridden,
  secondCopy,
  setAsideId,
  statisticsScopeId,
} from '../../fixtures/example-library'
import { historyOf } from './offline-steps'

const copy = copyDecider(defaultLibraryPolicy)
const place = { copy: firstCopy, title: firstTitle, branch: mainBranch }
const terms = { borrower: anna, borrowerGroup: 'adult', ageClass: 'adult', name: 'Night and Day' } as const

/** Anna's loan of 5 January was renewed until 27 February and came back eleven days late. */
const renewed = LoanRenewed(
  { loan: loanId(1), copy: firstCopy },
  {
    loan: {
      ...{ borrower: anna, previouslyDueOn: day('2026-02-04'), dueOn: day('2026-02-27') },
      ...{ renewedAt: noon('2026-01-28'), ...nothingOverridden },
    },
  },
)
const returnOf = (loan: number, at = '2026-03-10T09:00:00.000Z' as Instant, branch = mainBranch) =>
  LoanReturned(
    { ...place, branch, loan: loanId(loan), returnedOn: day(at.slice(0, 10)) },
    { loan: { ...terms, lentOn: day('2026-01-05'), dueOn: day('2026-02-27'), returnedAt: at } },
  )
const returned: ReadonlyArray<CopyEvent> = [exampleCopyAcquired(), annasLoanStarted(), renewed, returnOf(1)]

/** The loan that continues Anna's. */
const continuing = (loan = 2, at = noon('2026-03-10')): LoanStarted =>
  LoanStarted(
    { ...place, loan: loanId(loan), statistics: statisticsScopeId, lentOn: day('2026-03-10') },
    {
      loan: {
        ...{ ...terms, dueOn: day('2026-02-27'), lentAt: at, fulfils: false, against: [], ...nothingOverridden },
        continues: textOfContinuedLoan({ lentOn: day('2026-01-05'), renewals: 1 }),
      },
      statistics: { borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
    },
  )

const undo = (past: ReadonlyArray<CopyEvent>, but: Partial<UndoReturn> = {}): UndoReturn => ({
  ...{ type: 'UndoReturn', returned: loanId(1), loan: loanId(2), statistics: statisticsScopeId },
  ...{ standing: exampleStanding(anna, { blocks: ['U'], owed: oreFromKroner(500) }), fees: [] },
  ...{ history: historyOf(past), branch: mainBranch, at: noon('2026-03-10'), ...but },
})

const fee = (but: Partial<BorrowerFee>): BorrowerFee => ({
  ...{ fee: feeId(1), borrower: anna, kind: 'lateness', amount: oreFromKroner(60), copies: [firstCopy] },
  ...{ lentOn: day('2026-01-05'), dueOn: day('2026-02-27'), occasion: day('2026-03-10') },
  ...{ ending: null, isAtCollector: false, decidedByStaff: false, ...but },
})

describe('undoing a return made by mistake', () => {
  it('lets a new loan continue the one that ended, with its due day, whatever the borrower owes', () => {
    given(copy)(...returned)
      .when(undo(returned))
      .thenHappens(continuing())
  })

  it('releases a copy that was set aside for somebody else since', () => {
    const { open, sealed } = copySetAsideForAnna
    const forBent = CopySetAside(open, {
      setAside: {
        ...(sealed.setAside._tag === 'Plain' ? sealed.setAside.value : (undefined as never)),
        borrower: bent,
      },
    })
    const past = [...returned, forBent]
    given(copy)(...past)
      .when(undo(past))
      .thenHappens(SetAsideReleased({ ...place, setAside: setAsideId(1), because: 'copy gone' }, {}), continuing())
  })

  it('fulfils what the borrower has reserved of the title since', () => {
    const past = [...returned, copySetAsideForAnna]
    const [released, loan] = given(copy)(...past)
      .when(undo(past))
      .events()
    expect([released, loan]).toMatchObject([
      { type: 'SetAsideReleased', open: { because: 'lent' } },
      { type: 'LoanStarted', sealed: { loan: { value: { fulfils: true } } } },
    ])
  })

  it('may be done again after the loan that continues was returned by mistake as well', () => {
    const past = [...returned, continuing(2), returnOf(2, '2026-03-10T12:00:00.000Z' as Instant)]
    given(copy)(...past)
      .when(undo(past, { returned: loanId(2), loan: loanId(3), at: '2026-03-10T13:00:00.000Z' as Instant }))
      .thenHappens(continuing(3, '2026-03-10T13:00:00.000Z' as Instant))
  })

  it('leaves the day of lending and the number of renewals as they were', () => {
    const past = [...returned, continuing()]
    const ended = given(copy)(...past)
      .when({ type: 'Return', unmatched: loanId(9) as never, branch: mainBranch, at: noon('2026-03-12') })
      .events()
    expect(ended).toMatchObject([{ sealed: { loan: { value: { lentOn: '2026-01-05', dueOn: '2026-02-27' } } } }])
    const state = stateAfter(copy)(past)
    expect(state).toMatchObject({ details: { value: { continues: { lentOn: '2026-01-05', renewals: 1 } } } })
    given(copy)(...past)
      .when({ type: 'UndoLoan', loan: loanId(2), branch: mainBranch, at: noon('2026-03-10') })
      .thenRefused({ _tag: 'LoanIsOfAnotherDay', lentOn: day('2026-01-05') })
  })

  const lentToBent = annasLoanStarted({ borrower: bent, lentAt: noon('2026-03-10') })
  const bentsLoan = LoanStarted(
    { ...lentToBent.open, loan: loanId(5), lentOn: day('2026-03-10') },
    {
      loan: lentToBent.sealed.loan._tag === 'Plain' ? lentToBent.sealed.loan.value : (undefined as never),
      statistics: { borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
    },
  )
  const bentsReturn = returnOf(5, '2026-03-10T14:00:00.000Z' as Instant)
  const forgotten = withScopesErased(new Set([loanId(1)]))<CopyEvent>(returned)
  const atHarbour = [...returned.slice(0, 3), returnOf(1, undefined, branchAtHarbour)]
  it.each<[string, CopyRefusal, ReadonlyArray<CopyEvent>, Partial<UndoReturn>]>([
    ['the copy is lent again', { _tag: 'CopyIsOnLoan' }, [...returned, bentsLoan], {}],
    ['it was lent and returned since', { _tag: 'CopyWasLentSince' }, [...returned, bentsLoan, bentsReturn], {}],
    ['it has left the collection', { _tag: 'CopyIsWithdrawn' }, [...returned, firstCopyWithdrawn], {}],
    ['the loan runs', { _tag: 'CopyIsOnLoan' }, returned.slice(0, 3), {}],
    [
      'the return is of another day',
      { _tag: 'ReturnIsOfAnotherDay', returnedOn: day('2026-03-10') },
      returned,
      { at: noon('2026-03-11') },
    ],
    ['it was returned at another branch', { _tag: 'ReturnIsOfAnotherBranch' }, atHarbour, {}],
    ['the loan is forgotten', { _tag: 'LoanIsForgotten' }, forgotten, {}],
    ['the borrower is being erased', { _tag: 'LoanIsForgotten' }, returned, { standing: undefined }],
    ['the fee is paid', { _tag: 'FeeOfReturnStands' }, returned, { fees: [fee({ ending: 'paid' })] }],
    ['staff reduced the fee', { _tag: 'FeeOfReturnStands' }, returned, { fees: [fee({ decidedByStaff: true })] }],
    ['there is no such copy', { _tag: 'CopyIsUnknown' }, [], {}],
  ])('is refused when %s', (_when, refusal, past, but) => {
    given(copy)(...past)
      .when(undo(past, but))
      .thenRefused(refusal)
  })

  it.each<[string, Partial<BorrowerFee>]>([
    ['nobody has settled it', {}],
    ['it is cancelled', { ending: 'cancelled', decidedByStaff: true }],
    ['it covers another copy too', { ending: 'paid', copies: [firstCopy, secondCopy] }],
    ['it is of another return', { ending: 'paid', occasion: day('2026-02-28') }],
  ])('is not refused for a fee when %s', (_when, but) => {
    given(copy)(...returned)
      .when(undo(returned, { fees: [fee(but)] }))
      .thenHappens(continuing())
  })
})

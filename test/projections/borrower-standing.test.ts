import { BlockLifted } from '../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../domain/borrower/events/block-set'
import { BorrowerLapsed } from '../../domain/borrower/events/borrower-lapsed'
import { ErasureRequested } from '../../domain/borrower/events/erasure-requested'
import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import type { Day } from '../../domain/values/day'
import type { BlockId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { oreFromKroner } from '../../domain/values/ore'
import { defaultFees } from '../../domain/policy/fee-policy'
import { borrowerStanding } from '../../projections/standing/borrower-standing'
import { numberedUuid } from '../fixtures/numbered-uuid'
import {
  copyAcquired,
  ann,
  bo,
  copyIdOf,
  dayOfJanuary,
  loanStarted,
  feeLevied,
  loanIdOf,
  lendingBranch,
  borrowerRegistered,
  reservationMade,
  reservationIdOf,
  loanRenewed,
  loanReturned,
  rowsAfterEvents,
  feeSettled,
  exampleTitle,
} from './example-events'

const standing = (today: Day = dayOfJanuary(10)) => borrowerStanding(() => defaultFees, today)(ann)
const [lentOn, dueOn] = [dayOfJanuary(1), dayOfJanuary(5)]
const late = (n: number, on = dayOfJanuary(8)) => [
  loanStarted(n, ann, lentOn, dueOn),
  loanReturned(n, ann, lentOn, dueOn, on),
]
const occasion = { lentOn, dueOn, occasion: dayOfJanuary(8) }
const owed = (events: Parameters<typeof rowsAfterEvents>[0], today?: Day) =>
  standing(today)(rowsAfterEvents(events, [borrowerRegistered(ann)]))?.owed

describe('the standing of a borrower', () => {
  it('has the record, the running loans and the reservations', () => {
    const rows = rowsAfterEvents(
      [loanStarted(1, ann, lentOn, dueOn), loanStarted(2, bo, lentOn, dueOn), reservationMade(1, ann)],
      [borrowerRegistered(ann)],
    )
    expect(standing()(rows)).toEqual({
      borrower: ann,
      group: 'adult',
      birthDate: null,
      municipality: null,
      homeBranch: lendingBranch,
      blocks: [],
      owed: 0,
      loans: [{ loan: loanIdOf(1), copy: copyIdOf(1), title: exampleTitle }],
      reservations: [{ reservation: reservationIdOf(1), title: exampleTitle, volume: null }],
    })
  })

  it('is undefined when the borrower is not registered', () => {
    expect(standing()(rowsAfterEvents([loanStarted(1, ann, lentOn, dueOn)]))).toBeUndefined()
  })

  it.each([
    ['has asked for erasure', ErasureRequested({ borrower: ann }, {})],
    ['has lapsed', BorrowerLapsed({ borrower: ann, lapsedIn: '2026-01' as Month }, {})],
  ])('is undefined when the borrower %s', (_how, ending) => {
    expect(standing()(rowsAfterEvents([], [borrowerRegistered(ann), borrowerRegistered(bo), ending]))).toBeUndefined()
    expect(
      borrowerStanding(() => defaultFees, dayOfJanuary(10))(bo)(
        rowsAfterEvents([], [borrowerRegistered(ann), borrowerRegistered(bo), ending]),
      ),
    ).toEqual(expect.objectContaining({ borrower: bo }))
  })

  it('has a block until it is lifted', () => {
    const open = { borrower: ann, block: numberedUuid(9) as BlockId }
    const set = [borrowerRegistered(ann), BlockSet(open, { block: { reason: 'U', since: lentOn, note: null } })]
    expect(standing()(rowsAfterEvents([], set))?.blocks).toEqual(['U'])
    expect(standing()(rowsAfterEvents([], [...set, BlockLifted(open, {})]))?.blocks).toEqual([])
  })
})

describe('what a borrower owes', () => {
  it('includes a late return from the day of return', () => {
    expect(owed(late(1))).toBe(oreFromKroner(20))
    expect(owed([loanStarted(1, ann, lentOn, dueOn)])).toBe(0)
    expect(owed(late(1, dueOn))).toBe(0)
  })

  it('includes one fee for all returns of an occasion', () => {
    expect(owed([...late(1), ...late(2)])).toBe(oreFromKroner(20))
    expect(owed([...late(1), ...late(2, dayOfJanuary(9))])).toBe(oreFromKroner(40))
  })

  it('includes the levied fee, and then no longer the return', () => {
    expect(owed([...late(1), feeLevied(1, ann, 60, occasion)])).toBe(oreFromKroner(60))
    expect(owed([...late(1), feeLevied(1, ann, 60, occasion), feeSettled(1, dayOfJanuary(9))])).toBe(0)
  })

  it('includes nothing for a return that joins a levied fee', () => {
    expect(owed([...late(1), feeLevied(1, ann, 20, occasion), ...late(2)])).toBe(oreFromKroner(20))
  })

  it('includes a late renewal from the moment of renewal, and then its levied fee', () => {
    const renewed = [loanStarted(1, ann, lentOn, dueOn), loanRenewed(1, ann, dueOn, dayOfJanuary(8))]
    expect(owed(renewed)).toBe(oreFromKroner(20))
    expect(owed([...renewed, ...late(2)])).toBe(oreFromKroner(20))
    expect(owed([...renewed, feeLevied(1, ann, 20, occasion)])).toBe(oreFromKroner(20))
    expect(owed([...renewed, feeLevied(1, ann, 20, occasion), feeSettled(1, dayOfJanuary(9))])).toBe(0)
    expect(owed([loanStarted(1, ann, lentOn, dueOn), loanRenewed(1, ann, dueOn, dueOn)])).toBe(0)
  })

  it('includes each of several late renewals of a loan, and its late return', () => {
    const again = loanRenewed(1, ann, dayOfJanuary(9), dayOfJanuary(10), dayOfJanuary(11))
    const renewedTwice = [
      loanStarted(1, ann, lentOn, dueOn),
      loanRenewed(1, ann, dueOn, dayOfJanuary(8), dayOfJanuary(9)),
      again,
    ]
    expect(owed(renewedTwice)).toBe(oreFromKroner(40))
    const returned = loanReturned(1, ann, lentOn, dayOfJanuary(11), dayOfJanuary(12))
    expect(owed([...renewedTwice, returned], dayOfJanuary(12))).toBe(oreFromKroner(60))
  })

  it('includes a late renewal for 30 days, and none of a loan that is undone', () => {
    const renewed = [loanStarted(1, ann, lentOn, dueOn), loanRenewed(1, ann, dueOn, dayOfJanuary(8))]
    expect(owed(renewed, '2026-02-07' as Day)).toBe(oreFromKroner(20))
    expect(owed(renewed, '2026-02-08' as Day)).toBe(0)
    const undone = LoanUndone(
      { loan: loanIdOf(1), copy: copyIdOf(1), title: exampleTitle, branch: lendingBranch, undoneOn: dayOfJanuary(8) },
      { loan: { borrower: ann, fulfilled: false } },
    )
    expect(owed([...renewed, undone])).toBe(0)
  })

  it('includes a lost copy from the day of its billing, and then its levied compensation', () => {
    const billedOn = dayOfJanuary(8)
    const billed = CopyBilledAsLost(
      { loan: loanIdOf(1), copy: copyIdOf(1), title: exampleTitle, branch: lendingBranch, billedOn },
      {
        loan: {
          ...{ borrower: ann, lentOn, dueOn, borrowerGroup: 'adult', ageClass: 'adult', name: 'Bog' },
          price: oreFromKroner(200),
        },
      },
    )
    const lost = [copyAcquired(1), loanStarted(1, ann, lentOn, dueOn), billed]
    expect(owed(lost)).toBe(oreFromKroner(250))
    const compensation = feeLevied(1, ann, 250, occasion, 'compensation')
    expect(owed([...lost, compensation])).toBe(oreFromKroner(250))
    expect(owed([...lost, compensation, feeSettled(1, dayOfJanuary(9))])).toBe(0)
    expect(owed(lost, '2026-02-07' as Day)).toBe(0)
  })

  it('includes a late return for 30 days, whether or not its row still exists', () => {
    expect(owed(late(1), '2026-02-07' as Day)).toBe(oreFromKroner(20))
    expect(owed(late(1), '2026-02-08' as Day)).toBe(0)
  })
})

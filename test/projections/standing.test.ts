import { BlockLifted } from '../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../domain/borrower/events/block-set'
import { BorrowerLapsed } from '../../domain/borrower/events/borrower-lapsed'
import { ErasureRequested } from '../../domain/borrower/events/erasure-requested'
import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import type { Day } from '../../domain/values/day'
import type { BlockId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { kroner } from '../../domain/values/ore'
import { defaultFees } from '../../domain/policy/fee-policy'
import { standingOf } from '../../projections/standing/queries'
import { uuid } from '../fixtures/uuid'
import {
  acquired,
  ann,
  bo,
  copyNo,
  january,
  lent,
  levied,
  loanNo,
  main,
  registered,
  reserved,
  reservationNo,
  returned,
  rowsAfter,
  settled,
  title,
} from './story'

const standing = (today: Day = january(10)) => standingOf(defaultFees, today)(ann)
const [lentOn, dueOn] = [january(1), january(5)]
const late = (n: number, on = january(8)) => [lent(n, ann, lentOn, dueOn), returned(n, ann, lentOn, dueOn, on)]
const occasion = { lentOn, dueOn, occasion: january(8) }
const owed = (events: Parameters<typeof rowsAfter>[0], today?: Day) =>
  standing(today)(rowsAfter(events, [registered(ann)]))?.owed

describe('the standing of a borrower', () => {
  it('tells record, loans that run and reservations', () => {
    const rows = rowsAfter(
      [lent(1, ann, lentOn, dueOn), lent(2, bo, lentOn, dueOn), reserved(1, ann)],
      [registered(ann)],
    )
    expect(standing()(rows)).toEqual({
      borrower: ann,
      group: 'adult',
      birthDate: null,
      municipality: null,
      homeBranch: main,
      blocks: [],
      owed: 0,
      loans: [{ loan: loanNo(1), copy: copyNo(1), title, dueOn }],
      reservations: [{ reservation: reservationNo(1), title }],
    })
  })

  it('is of nobody when nobody is registered', () => {
    expect(standing()(rowsAfter([lent(1, ann, lentOn, dueOn)]))).toBeUndefined()
  })

  it.each([
    ['has asked for erasure', ErasureRequested({ borrower: ann }, {})],
    ['has lapsed', BorrowerLapsed({ borrower: ann, lapsedIn: '2026-01' as Month }, {})],
  ])('is of nobody once the borrower %s', (_how, ending) => {
    expect(standing()(rowsAfter([], [registered(ann), registered(bo), ending]))).toBeUndefined()
    expect(standingOf(defaultFees, january(10))(bo)(rowsAfter([], [registered(ann), registered(bo), ending]))).toEqual(
      expect.objectContaining({ borrower: bo }),
    )
  })

  it('tells a block until it is lifted', () => {
    const open = { borrower: ann, block: uuid(9) as BlockId }
    const set = [registered(ann), BlockSet(open, { block: { reason: 'U', since: lentOn, note: null } })]
    expect(standing()(rowsAfter([], set))?.blocks).toEqual(['U'])
    expect(standing()(rowsAfter([], [...set, BlockLifted(open, {})]))?.blocks).toEqual([])
  })
})

describe('what a borrower owes', () => {
  it('counts a late return from the moment of return', () => {
    expect(owed(late(1))).toBe(kroner(20))
    expect(owed([lent(1, ann, lentOn, dueOn)])).toBe(0)
    expect(owed(late(1, dueOn))).toBe(0)
  })

  it('counts one fee for all returns of an occasion', () => {
    expect(owed([...late(1), ...late(2)])).toBe(kroner(20))
    expect(owed([...late(1), ...late(2, january(9))])).toBe(kroner(40))
  })

  it('counts the fee once it is levied, and the return no more', () => {
    expect(owed([...late(1), levied(1, ann, 60, occasion)])).toBe(kroner(60))
    expect(owed([...late(1), levied(1, ann, 60, occasion), settled(1, january(9))])).toBe(0)
  })

  it('counts nothing for a return that joins a fee already levied', () => {
    expect(owed([...late(1), levied(1, ann, 20, occasion), ...late(2)])).toBe(kroner(20))
  })

  it('counts a lost copy from the moment of its bill, and its compensation once that is levied', () => {
    const billedOn = january(8)
    const billed = CopyBilledAsLost(
      { loan: loanNo(1), copy: copyNo(1), title, branch: main, billedOn },
      {
        loan: {
          ...{ borrower: ann, lentOn, dueOn, borrowerGroup: 'adult', ageClass: 'adult', name: 'Bog' },
          price: kroner(200),
        },
      },
    )
    const lost = [acquired(1), lent(1, ann, lentOn, dueOn), billed]
    expect(owed(lost)).toBe(kroner(250))
    const compensation = levied(1, ann, 250, occasion, 'compensation')
    expect(owed([...lost, compensation])).toBe(kroner(250))
    expect(owed([...lost, compensation, settled(1, january(9))])).toBe(0)
    expect(owed(lost, '2026-02-07' as Day)).toBe(0)
  })

  it('counts a late return for 30 days, whether or not its row is still there', () => {
    expect(owed(late(1), '2026-02-07' as Day)).toBe(kroner(20))
    expect(owed(late(1), '2026-02-08' as Day)).toBe(0)
  })
})

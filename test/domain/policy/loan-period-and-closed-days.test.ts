import fc from 'fast-check'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerGroup } from '../../../domain/policy/borrower-group'
import {
  defaultClosedDays,
  isBranchClosed,
  firstBranchOpeningDayFrom,
  type ClosedDaysByBranch,
} from '../../../domain/policy/branch-closed-days'
import { dueDayOfLoan } from '../../../domain/policy/due-day-of-loan'
import { defaultLoanPeriods, isMaterialGroupLent, loanPeriod } from '../../../domain/policy/loan-period'
import type { MaterialGroup } from '../../../domain/policy/material-group'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { day, branchAtHarbour, mainBranch } from '../../fixtures/example-library'

const anyDay = fc.nat(40_000).map((days): Day => addDays(days)(day('1919-01-01')))
const neverClosed = { weekdays: [], yearly: [], days: [], periods: [] }
const closedDays: ClosedDaysByBranch = {
  branches: {
    [mainBranch]: { ...neverClosed, weekdays: [0], yearly: ['12-24', '12-25', '12-26'], days: [day('2026-01-05')] },
  },
  otherwise: neverClosed,
}

describe('the loan period', () => {
  it.each<[MaterialGroup, BorrowerGroup, number | undefined]>([
    ['standard', 'adult', 30],
    ['standard', 'child', 30],
    ['standard', 'staff', 30],
    ['short-14', 'adult', 14],
    ['short-7', 'child', 7],
    ['standard', 'institution', 90],
    ['short-7', 'institution', 90],
    ['inter-library', 'adult', 30],
    ['not-lent', 'adult', undefined],
  ])('of %s material for %s borrowers is %s days', (material, borrower, days) => {
    expect(loanPeriod(defaultLoanPeriods)(material, borrower)).toBe(days)
  })

  it('is none for material that is never lent', () => {
    expect(isMaterialGroupLent(defaultLoanPeriods)('not-lent')).toBe(false)
    expect(isMaterialGroupLent(defaultLoanPeriods)('short-7')).toBe(true)
  })

  it('ends on an open day of the branch', () => {
    const policy = { ...defaultLibraryPolicy, closedDays }
    const loan = { material: 'short-7', group: 'adult', branch: mainBranch } as const
    expect(dueDayOfLoan(policy)(loan)(day('2025-12-29'))).toBe('2026-01-06')
    expect(dueDayOfLoan(policy)({ ...loan, branch: branchAtHarbour })(day('2025-12-29'))).toBe('2026-01-05')
  })
})

describe('closed days', () => {
  it('are none until the municipality names some', () => {
    fc.assert(fc.property(anyDay, (on) => !isBranchClosed(defaultClosedDays)(mainBranch)(on)))
  })

  it.each([
    ['a Sunday', '2026-01-04', '2026-01-06'],
    ['Christmas and the Sunday after', '2026-12-24', '2026-12-28'],
    ['an open day', '2026-01-06', '2026-01-06'],
  ])('move %s to the next open day', (_what, from, to) => {
    expect(firstBranchOpeningDayFrom(closedDays)(mainBranch)(day(from))).toBe(to)
  })

  it('never move a day to an earlier one, nor to a closed one, nor past an open one', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const to = firstBranchOpeningDayFrom(closedDays)(mainBranch)(from)
        expect(to >= from).toBe(true)
        expect(isBranchClosed(closedDays)(mainBranch)(to)).toBe(false)
        for (let on = from; on < to; on = addDays(1)(on)) expect(isBranchClosed(closedDays)(mainBranch)(on)).toBe(true)
      }),
    )
  })

  it('do not move a day at a branch that never opens', () => {
    const alwaysClosed: ClosedDaysByBranch = {
      branches: {},
      otherwise: { ...neverClosed, weekdays: [0, 1, 2, 3, 4, 5, 6] },
    }
    expect(firstBranchOpeningDayFrom(alwaysClosed)(mainBranch)(day('2026-01-05'))).toBe('2026-01-05')
  })
})

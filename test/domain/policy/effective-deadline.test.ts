import fc from 'fast-check'
import { policyOf } from '../../adapters/stores/policy-file/policy-file-steps'
import { effectiveDeadline, recordedDeadlinesFallingOn } from '../../../domain/policy/effective-deadline'
import { defaultLibraryPolicy, type Policy } from '../../../domain/policy/policy'
import { addDays } from '../../../domain/values/day'
import { branchAtHarbour, day, mainBranch } from '../../fixtures/example-library'

const closedOn = (...days: ReadonlyArray<string>) => ({ weekdays: [], yearly: [], days: days.map(day), periods: [] })

const closedAt = (harbour: ReadonlyArray<string>): Pick<Policy, 'closedDays'> => ({
  closedDays: { ...defaultLibraryPolicy.closedDays, branches: { [branchAtHarbour]: closedOn(...harbour) } },
})

describe('a recorded due day or pick-up deadline', () => {
  it('falls on the next open day of its branch, and at every other branch on the day itself', () => {
    const policy = closedAt(['2026-02-04', '2026-02-05'])
    expect(effectiveDeadline(policy)(branchAtHarbour)(day('2026-02-04'))).toBe('2026-02-06')
    expect(effectiveDeadline(policy)(mainBranch)(day('2026-02-04'))).toBe('2026-02-04')
  })

  it('stays when it had passed before the version of the policy came that closes the day', () => {
    const policyOn = policyOf({
      versions: [
        { from: '2026-01-01' },
        { from: '2026-02-01', closedDays: { weekdays: ['wednesday'] } },
        { from: '2026-03-01', closedDays: { weekdays: [] } },
      ],
    })
    for (const on of ['2026-01-15', '2026-02-15', '2026-03-15']) {
      const deadline = effectiveDeadline(policyOn(day(on)))(mainBranch)
      expect(['2026-01-28', '2026-02-04', '2026-03-04'].map(day).map(deadline)).toEqual([
        ...['2026-01-28', '2026-02-05', '2026-03-04'],
      ])
    }
  })

  it('is found among the recorded days that may fall on its day', () => {
    const offsets = fc.uniqueArray(fc.nat(20), { maxLength: 15 })
    fc.assert(
      fc.property(offsets, fc.nat(20), fc.boolean(), (closed, recordedAfter, atHarbour) => {
        const first = day('2026-02-01')
        const policy = closedAt(closed.map((days) => addDays(days)(first)))
        const recorded = addDays(recordedAfter)(first)
        const deadline = effectiveDeadline(policy)(atHarbour ? branchAtHarbour : mainBranch)(recorded)
        expect(recordedDeadlinesFallingOn(policy)(deadline)).toContain(recorded)
        expect(deadline >= recorded).toBe(true)
        expect(effectiveDeadline(policy)(atHarbour ? branchAtHarbour : mainBranch)(deadline)).toBe(deadline)
      }),
    )
  })
})

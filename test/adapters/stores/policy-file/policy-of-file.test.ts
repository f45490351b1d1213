import { readFileSync } from 'node:fs'
import path from 'node:path'
import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import { toPolicySettings } from '../../../../adapters/stores/policy-file/to-policy-settings'
import { isBranchClosed } from '../../../../domain/policy/branch-closed-days'
import { defaultLibraryPolicy } from '../../../../domain/policy/policy'
import { pickUpDaysAt } from '../../../../domain/policy/pick-up-policy'
import type { BranchId } from '../../../../domain/values/ids'
import { day } from '../../../fixtures/example-library'
import { branchName as name, from, harbour, main, policyOf, version } from './policy-file-steps'

describe('the policy of a file', () => {
  it('is the default policy where the file gives nothing, also before its first version', () => {
    const policy = policyOf({ versions: [{ from }] })
    for (const on of [day('2025-06-01'), day('2026-06-01')]) {
      const { inForce: _inForce, closedDays, pickUp, ...values } = policy(on)
      const { inForce: _default, closedDays: _closedDays, pickUp: defaultPickUp, ...expected } = defaultLibraryPolicy
      expect(values).toEqual(expected)
      expect(pickUp).toMatchObject(defaultPickUp)
      expect(closedDays.otherwise).toEqual(defaultLibraryPolicy.closedDays.otherwise)
    }
  })

  it('has the values of the version before where a version gives none', () => {
    const policy = policyOf({
      versions: [
        { from, loanLimit: 20, fees: { handlingFee: 100 }, loanPeriods: { 'short-7': { child: null } } },
        { from: '2026-03-01', fees: { defaultPrice: 900 } },
      ],
    })
    const { loanLimit, fees, loanPeriods } = policy(day('2026-03-01'))
    expect([loanLimit, fees.handlingFee, fees.defaultPrice]).toEqual([20, 100, 900])
    expect(loanPeriods.days['short-7']).toEqual({ adult: 7, staff: 7, institution: 90 })
    expect(policy(day('2026-02-28')).fees.defaultPrice).toBe(20_000)
  })

  it('has for a branch what the branch gives, and else what the library gives', () => {
    const policy = policyOf({
      branches: [
        { code: main, name },
        { code: harbour, name },
      ],
      versions: [
        {
          from,
          closedDays: { weekdays: ['sunday'], yearly: ['12-24'] },
          pickUp: { days: 8 },
          branches: { [harbour]: { closedDays: { weekdays: ['monday'] }, pickUpDays: 12 } },
        },
      ],
    })(day('2026-06-01'))
    const closed = (branch: BranchId, on: string) => isBranchClosed(policy.closedDays)(branch)(day(on))
    expect([closed(main, '2026-06-07'), closed(harbour, '2026-06-07')]).toEqual([true, false])
    expect([closed(main, '2026-06-08'), closed(harbour, '2026-06-08')]).toEqual([false, true])
    expect(closed(harbour, '2026-12-24')).toBe(true)
    expect([pickUpDaysAt(policy.pickUp)(main), pickUpDaysAt(policy.pickUp)(harbour)]).toEqual([8, 12])
  })

  it('names whom borrowers ask about their data: what a version gives, what those before gave, and else Datatilsynet', () => {
    const policy = policyOf({
      versions: [
        { from, contacts: { controller: { name: 'Eksempel Kommune' } } },
        {
          from: '2026-03-01',
          contacts: { controller: { phone: '99 99 00 00' }, dataProtectionOfficer: { name: 'DPO' } },
        },
      ],
    })
    expect(policy(day('2026-03-01')).contacts).toEqual({
      controller: { name: 'Eksempel Kommune', phone: '99 99 00 00' },
      dataProtectionOfficer: { name: 'DPO' },
      supervisoryAuthority: expect.objectContaining({ name: 'Datatilsynet' }),
    })
  })

  it('names the places and processors of personal data, and nobody where the file names nobody', () => {
    const place = { name: 'Serverrummet', task: 'logge', country: 'DK' }
    const policy = policyOf({ versions: [{ from, processing: [place] }] })
    expect([policy(day('2025-01-01')).processing, policy(day('2026-03-01')).processing]).toEqual([[], [place]])
  })

  it('moves the due days of a closed branch off the closed days of the branch that takes over', () => {
    const policy = policyOf({
      branches: [
        { code: main, name },
        { code: harbour, name, closedFrom: '2026-06-01', takenOverBy: main },
      ],
      versions: [{ from, branches: { [main]: { closedDays: { days: ['2026-05-30', '2026-06-02'] } } } }],
    })(day('2026-05-20'))
    const closed = (on: string) => isBranchClosed(policy.closedDays)(harbour)(day(on))
    expect([closed('2026-05-30'), closed('2026-06-02')]).toEqual([false, true])
  })

  it('closes each day of a period', () => {
    const policy = policyOf(version({ closedDays: { periods: [{ from: '2026-07-01', to: '2026-07-03' }] } }))
    const closed = isBranchClosed(policy(day('2026-07-01')).closedDays)(main)
    const days = ['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04']
    expect(days.map((on) => closed(day(on)))).toEqual([false, true, true, true, false])
  })
})

describe('the guide', () => {
  it('shows the policy file of the demo library, and names each member of a version', () => {
    const guide = readFileSync(path.join(__dirname, '../../../../adapters/README.md'), 'utf8')
    expect(guide).toContain(`\`\`\`json\n${exampleOfPolicyFile}\`\`\``)
    for (const member of Object.keys(toPolicySettings(defaultLibraryPolicy))) expect(guide).toContain(`\`${member}\``)
  })
})

import { decideLendCopy, type LendCopy } from '../../../domain/copy/commands/lend-copy'
import { copyDecider } from '../../../domain/copy/copy-decider'
import type { BlockReason } from '../../../domain/policy/block-reason'
import { OverridableRefusal } from '../../../domain/policy/overridable-refusal'
import { defaultLibraryPolicy, type Policy } from '../../../domain/policy/policy'
import { textOfRefusalOverride, type OverrideReason } from '../../../domain/policy/refusal-override'
import { oreFromKroner } from '../../../domain/values/ore'
import { annasLoanStarted, copySetAsideForAnna } from '../../fixtures/example-copy-events'
import { given, stateAfter } from '../../fixtures/given-when-then'
import {
  anna,
  bent,
  exampleCopyAcquired,
  exampleStanding,
  loanId,
  mainBranch,
  noon,
  statisticsScopeId,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const reason = 'Betaler på fredag' as OverrideReason
const inDebt = exampleStanding(anna, { owed: oreFromKroner(200) })

const lend = (but: Partial<LendCopy>): LendCopy => ({
  ...{ type: 'Lend', loan: loanId(1), statistics: statisticsScopeId, standing: inDebt, branch: mainBranch },
  ...{ at: noon('2026-01-05'), overrideReason: reason, ...but },
})

/** What each kind of block answers when staff give a reason, under a policy. */
const refusalOfBlock = (policy: Policy) => (block: BlockReason) => {
  const command = lend({ standing: exampleStanding(anna, { blocks: [block] }) })
  return decideLendCopy(policy)(command)(stateAfter(copy)([exampleCopyAcquired()]))._tag === 'Left'
}

const blocks: ReadonlyArray<BlockReason> = ['O', 'U', 'F', 'S', 'W', 'D']

describe('a loan that a rule refuses', () => {
  it('is made when staff give a reason, and the event says what they overrode, and why', () => {
    given(copy)(exampleCopyAcquired())
      .when(lend({}))
      .thenHappens(annasLoanStarted({ override: textOfRefusalOverride({ refusals: ['debtOverLimit'], reason }) }))
  })

  it('keeps no reason when no rule refuses', () => {
    given(copy)(exampleCopyAcquired())
      .when(lend({ standing: exampleStanding(anna) }))
      .thenHappens(annasLoanStarted())
  })

  it('is refused for the right of somebody else, the law and what is not so, whatever the reason', () => {
    given(copy)(exampleCopyAcquired(), copySetAsideForAnna)
      .when(lend({ standing: exampleStanding(bent, { owed: oreFromKroner(200) }) }))
      .thenRefused({ _tag: 'LoanIsRefused', because: 'copySetAsideForAnother' })
    given(copy)(exampleCopyAcquired({ ageLimit: 99 }))
      .when(lend({}))
      .thenRefused({ _tag: 'LoanIsRefused', because: 'belowAgeLimit' })
    given(copy)(exampleCopyAcquired(), annasLoanStarted())
      .when(lend({}))
      .thenRefused({ _tag: 'LoanIsRefused', because: 'copyOnLoan' })
  })

  it('is refused when the policy does not let staff override it', () => {
    given(copyDecider({ ...defaultLibraryPolicy, overridableRefusals: ['loanLimitReached'] }))(exampleCopyAcquired())
      .when(lend({}))
      .thenRefused({ _tag: 'LoanIsRefused', because: 'debtOverLimit' })
  })

  it('is made in spite of the block of a machine alone, unless the policy names exclusions too', () => {
    expect(blocks.filter(refusalOfBlock(defaultLibraryPolicy))).toEqual(['O', 'U', 'F', 'W', 'D'])
    const all = Object.keys(OverridableRefusal.keys) as ReadonlyArray<OverridableRefusal>
    expect(blocks.filter(refusalOfBlock({ ...defaultLibraryPolicy, overridableRefusals: all }))).toEqual([
      'O',
      'W',
      'D',
    ])
  })
})

import { either as E } from 'fp-ts'
import fc from 'fast-check'
import { CopyBilledAsLost } from '../../../domain/copy/events/copy-billed-as-lost'
import { CopyFound } from '../../../domain/copy/events/copy-found'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { FeeCommand } from '../../../domain/fee/decide-fee-command'
import { feeDecider } from '../../../domain/fee/fee-decider'
import type { FeeEvent } from '../../../domain/fee/fee-event'
import type { FeeId } from '../../../domain/values/ids'
import { oreFromKroner, sumOfOre } from '../../../domain/values/ore'
import type { BorrowerGroup } from '../../../domain/policy/borrower-group'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { ReactionFacts } from '../../../domain/reactions/reaction-facts'
import { foundCopyCancelsCompensation } from '../../../domain/reactions/found-copy-cancels-compensation'
import { lateReturnLeviesFee } from '../../../domain/reactions/late-return-levies-fee'
import { lostCopyLeviesCompensation } from '../../../domain/reactions/lost-copy-levies-compensation'
import { initialTitleState } from '../../../domain/title/title-state'
import { feeId } from '../../fixtures/example-fees'
import { noFees } from '../../fixtures/reaction-simulation'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { stateAfter } from '../../fixtures/given-when-then'
import { anna, day, loanId, mainBranch, noon, firstCopy, firstTitle } from '../../fixtures/example-library'

const loanPart = (borrowerGroup: BorrowerGroup) => ({
  ...{ borrower: anna, lentOn: day('2026-02-05'), dueOn: day('2026-03-07'), name: 'Night and Day' },
  ...{ borrowerGroup, ageClass: 'adult' as const },
})
const returned = (n: number, on = '2026-03-10', group: BorrowerGroup = 'adult') =>
  LoanReturned(
    { loan: loanId(n), copy: firstCopy, title: firstTitle, branch: mainBranch, returnedOn: day(on) },
    { loan: { ...loanPart(group), returnedAt: noon(on) } },
  )
const billed = (n: number, group: BorrowerGroup = 'adult') =>
  CopyBilledAsLost(
    { loan: loanId(n), copy: firstCopy, title: firstTitle, branch: mainBranch, billedOn: day('2026-04-11') },
    { loan: { ...loanPart(group), price: oreFromKroner(199) } },
  )

const facts = (but: Partial<ReactionFacts> = {}): ReactionFacts => ({
  ...{ policy: defaultLibraryPolicy, now: noon('2026-03-10'), queue: initialTitleState },
  ...{ copy: undefined, copies: [], copiesIfQueued: [], waitingBorrowers: new Map(), ...noFees, ...but },
})
const derive = (step: string): string => `${step} of this loan`
const tags = (followUps: ReadonlyArray<{ readonly command: { readonly type: string } }>) =>
  followUps.map(({ command }) => command.type)

describe('a late return', () => {
  const react = (event: AnyEvent, but: Partial<ReactionFacts> = {}) =>
    lateReturnLeviesFee.followUpsOf(facts(but), derive)(event)

  it('levies the fee of its occasion', () => {
    expect(react(returned(1))).toMatchObject([
      { id: 'lateness of this loan', command: { type: 'LevyFee', kind: 'lateness', amount: oreFromKroner(20) } },
    ])
  })

  it('joins the fee that its occasion has', () => {
    expect(react(returned(2), { feesOfOccasion: [{ fee: feeId(1), ending: null }] })).toMatchObject([
      { id: feeId(1), command: { type: 'JoinFee', item: { copy: firstCopy, daysOverdue: 3 } } },
    ])
  })

  it('levies a fee of its own when that of its occasion was cancelled', () => {
    const feesOfOccasion = [{ fee: feeId(1), ending: 'cancelled' }] as const
    expect(tags(react(returned(2), { feesOfOccasion }))).toEqual(['LevyFee'])
  })

  it('joins no fee when its own was cancelled and the reaction runs again', () => {
    const own = { fee: derive('lateness') as FeeId, ending: 'cancelled' } as const
    const feesOfOccasion = [own, { fee: feeId(1), ending: null }]
    expect(tags(react(returned(1), { feesOfOccasion }))).toEqual(['LevyFee'])
  })

  it('does not join the fee that it levied itself, when the reaction runs again', () => {
    expect(tags(react(returned(1), { feesOfOccasion: [{ fee: derive('lateness') as FeeId, ending: null }] }))).toEqual([
      'LevyFee',
    ])
  })

  it.each([
    ['in time', returned(1, '2026-03-07')],
    ['of an exempt group', returned(1, '2026-03-10', 'staff')],
    ['erased', withScopesErased(new Set([loanId(1)]))([returned(1)])[0]!],
  ])('owes nothing when it is %s', (_, event) => {
    expect(react(event)).toEqual([])
  })

  it('makes one fee for each occasion, for any number and order of returns', () => {
    const returns = fc.array(fc.tuple(fc.nat(8), fc.constantFrom('2026-03-10', '2026-03-11')), { maxLength: 12 })
    fc.assert(
      fc.property(returns, (events) => {
        const fees = new Map<FeeId, { on: string; stream: ReadonlyArray<FeeEvent> }>()
        const owed = feeDecider
        for (const [n, on] of events) {
          const feesOfOccasion = [...fees].filter(([, fee]) => fee.on === on).map(([fee]) => ({ fee, ending: null }))
          const own = (step: string): string => `${step} ${n} ${on}`
          for (const { id, command } of lateReturnLeviesFee.followUpsOf(
            facts({ feesOfOccasion }),
            own,
          )(returned(n, on))) {
            const stream = fees.get(id as FeeId)?.stream ?? []
            const decided = owed.decide(command as FeeCommand)(stateAfter(owed)(stream))
            if (E.isRight(decided)) fees.set(id as FeeId, { on, stream: [...stream, ...decided.right] })
          }
        }
        const occasions = new Set(events.map(([, on]) => on))
        const amounts = [...fees.values()].flatMap(({ stream }) =>
          stream.flatMap((event) =>
            event.type === 'FeeLevied' && event.sealed.fee._tag === 'Plain' ? [event.sealed.fee.value.amount] : [],
          ),
        )
        expect(fees.size).toBe(occasions.size)
        expect(sumOfOre(amounts)).toBe(oreFromKroner(20) * occasions.size)
      }),
    )
  })
})

describe('a copy billed as lost', () => {
  const react = (event: AnyEvent, but: Partial<ReactionFacts> = {}) =>
    lostCopyLeviesCompensation.followUpsOf(facts(but), derive)(event)

  it('owes its price and handling, and the fee for its lateness', () => {
    expect(react(billed(1))).toMatchObject([
      { command: { type: 'LevyFee', kind: 'compensation', amount: oreFromKroner(249) } },
      { command: { type: 'LevyFee', kind: 'lateness', amount: oreFromKroner(230) } },
    ])
  })

  it('shares the fee for lateness with the other copies billed that day', () => {
    expect(tags(react(billed(2), { feesOfOccasion: [{ fee: feeId(1), ending: null }] }))).toEqual([
      'LevyFee',
      'JoinFee',
    ])
  })

  it.each([
    ['of an exempt group', billed(1, 'institution')],
    ['erased', withScopesErased(new Set([loanId(1)]))([billed(1)])[0]!],
  ])('owes nothing when it is %s', (_, event) => {
    expect(react(event)).toEqual([])
  })
})

describe('a lost copy that is found', () => {
  const found = CopyFound({ copy: firstCopy, title: firstTitle, branch: mainBranch, foundOn: day('2026-05-01') }, {})

  it('cancels the compensation that is still owed, on the day on which the library learns it, and nothing else', () => {
    const command = {
      ...{ type: 'CancelFee', fee: feeId(1), because: 'copy found', on: day('2026-05-04') },
      ...{ reason: null, role: 'system' },
    }
    const react = (compensationsOwed: ReadonlyArray<FeeId>) =>
      foundCopyCancelsCompensation.followUpsOf(
        facts({ now: noon('2026-05-04'), unsettledCompensations: compensationsOwed }),
        derive,
      )(found)
    expect(react([feeId(1)])).toEqual([{ aggregate: 'fee', id: feeId(1), command }])
    expect(react([])).toEqual([])
  })
})

describe('a lost copy that is found after its bill was paid', () => {
  const found = CopyFound({ copy: firstCopy, title: firstTitle, branch: mainBranch, foundOn: day('2026-05-01') }, {})

  it('gives the price back by a rule, on the day on which the library learns it', () => {
    const paid = { fee: feeId(1), borrower: anna, amount: oreFromKroner(199), items: [] }
    const learned = facts({ now: noon('2026-05-04'), paidCompensations: [paid] })
    expect(foundCopyCancelsCompensation.followUpsOf(learned, derive)(found)).toEqual([
      {
        aggregate: 'fee',
        id: feeId(1),
        command: {
          ...{ type: 'ReimburseFee', ...paid, because: 'copy found', reason: null, role: 'system' },
          on: day('2026-05-04'),
        },
      },
    ])
  })
})

import { LoanRenewed } from '../../../domain/copy/events/loan-renewed'
import type { AnyEvent } from '../../../domain/event/define-event'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { lateRenewalLeviesFeeReaction } from '../../../domain/reactions/late-renewal-levies-fee-reaction'
import type { ReactionFacts } from '../../../domain/reactions/reaction-facts'
import { initialTitleState } from '../../../domain/title/title-state'
import { oreFromKroner } from '../../../domain/values/ore'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { feeId } from '../../fixtures/example-fees'
import { anna, day, firstCopy, firstTitle, loanId, noon, nothingOverridden } from '../../fixtures/example-library'
import { noFees } from '../../fixtures/reaction-simulation'

const facts = (but: Partial<ReactionFacts>): ReactionFacts => ({
  ...{ policy: defaultLibraryPolicy, now: noon('2026-03-10'), queue: initialTitleState },
  ...{ copy: undefined, copies: [], copiesIfQueued: [], waitingBorrowers: new Map(), ...noFees, ...but },
})
const derive = (step: string): string => `${step} of this loan`
const tags = (followUps: ReadonlyArray<{ readonly command: { readonly type: string } }>) =>
  followUps.map(({ command }) => command.type)

describe('a late renewal', () => {
  const renewed = (on = '2026-03-10') =>
    LoanRenewed(
      { loan: loanId(1), copy: firstCopy },
      {
        loan: {
          ...{ borrower: anna, dueOn: day('2026-04-09') },
          ...{ previouslyDueOn: day('2026-03-07'), renewedAt: noon(on), ...nothingOverridden },
        },
      },
    )
  const renewedLoan = {
    ...{ title: firstTitle, name: 'Night and Day', lentOn: day('2026-02-05') },
    ...{ borrowerGroup: 'adult' as const, ageClass: 'adult' as const },
  }
  const react = (event: AnyEvent, but: Partial<ReactionFacts> = {}) =>
    lateRenewalLeviesFeeReaction.followUpsOf(facts({ renewedLoan, ...but }), derive)(event)

  it('levies the fee of its occasion: the day of lending, the due day before the renewal, the day of renewal', () => {
    const { lentOn } = renewedLoan
    expect(react(renewed())).toMatchObject([
      {
        id: 'lateness of this loan',
        command: {
          ...{ type: 'LevyFee', kind: 'lateness', amount: oreFromKroner(20), lentOn, dueOn: day('2026-03-07') },
          ...{ occasion: day('2026-03-10'), items: [{ copy: firstCopy, name: 'Night and Day', daysOverdue: 3 }] },
        },
      },
    ])
  })

  it('joins the fee that its occasion has', () => {
    expect(tags(react(renewed(), { feesOfOccasion: [{ fee: feeId(1), ending: null }] }))).toEqual(['JoinFee'])
  })

  it.each([
    ['2026-03-14', 20],
    ['2026-03-15', 60],
    ['2026-03-22', 120],
    ['2026-04-07', 230],
  ])('on %s owes %i kr, as a return on that day', (on, kroner) => {
    expect(react(renewed(on))).toMatchObject([{ command: { amount: oreFromKroner(kroner) } }])
  })

  it.each([
    ['in time', renewed('2026-03-07'), {}],
    ['of an exempt group', renewed(), { renewedLoan: { ...renewedLoan, borrowerGroup: 'staff' as const } }],
    ['of a loan that was undone', renewed(), { renewedLoan: undefined }],
    ['erased', withScopesErased(new Set([loanId(1)]))([renewed()])[0]!, {}],
  ])('owes nothing when it is %s', (_, event, but) => {
    expect(react(event, but)).toEqual([])
  })
})

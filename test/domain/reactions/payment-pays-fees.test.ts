import type { AnyEvent } from '../../../domain/event/define-event'
import { PaymentMade } from '../../../domain/payment/events/payment-made'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { paymentPaysFees } from '../../../domain/reactions/payment-pays-fees'
import type { ReactionFacts } from '../../../domain/reactions/reaction-facts'
import { initialTitleState } from '../../../domain/title/title-state'
import { oreFromKroner } from '../../../domain/values/ore'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { feeId, paymentId } from '../../fixtures/example-fees'
import { anna, day, noon } from '../../fixtures/example-library'
import { noFees } from '../../fixtures/reaction-simulation'

const facts = (but: Partial<ReactionFacts> = {}): ReactionFacts => ({
  ...{ policy: defaultLibraryPolicy, now: noon('2026-03-24'), queue: initialTitleState },
  ...{ copy: undefined, copies: [], copiesIfQueued: [], waitingBorrowers: new Map(), ...noFees, ...but },
})
const derive = (step: string): string => `${step} of this payment`
const tags = (followUps: ReadonlyArray<{ readonly command: { readonly type: string } }>) =>
  followUps.map(({ command }) => command.type)

describe('a payment', () => {
  const made = PaymentMade(
    { payment: paymentId(1), latestEnd: day('2026-05-23') },
    {
      payment: {
        ...{ borrower: anna, order: 'order 17', fees: [feeId(1), feeId(2)] },
        ...{ amount: oreFromKroner(80), paidOn: day('2026-03-24'), paidAtBranch: null },
      },
    },
  )
  const react = (event: AnyEvent) => paymentPaysFees.followUpsOf(facts(), derive)(event)

  it('pays each of its fees, and is completed after the last', () => {
    expect(react(made).map(({ id, command }) => [id, command.type])).toEqual([
      [feeId(1), 'PayFee'],
      [feeId(2), 'PayFee'],
      [paymentId(1), 'CompletePayment'],
    ])
  })

  it('gives back what came for a fee that was settled meanwhile, before it is completed', () => {
    const feesPaidTooMuch = [{ fee: feeId(2), borrower: anna, amount: oreFromKroner(60), items: [] }]
    const followUps = paymentPaysFees.followUpsOf(facts({ feesPaidTooMuch }), derive)(made)
    expect(tags(followUps)).toEqual(['PayFee', 'PayFee', 'ReimburseFee', 'CompletePayment'])
    expect(followUps[2]).toMatchObject({ id: feeId(2), command: { because: 'paid too much' } })
  })

  it('that is erased has no follow-up: the reaction has run already', () => {
    expect(react(withScopesErased(new Set([paymentId(1)]))([made])[0]!)).toEqual([])
  })
})

import fc, { type Arbitrary } from 'fast-check'
import type { BorrowerCommand } from '../../domain/borrower/decide'
import { borrowerDecider } from '../../domain/borrower/decider'
import type { BorrowerState } from '../../domain/borrower/state'
import type { HalfYear, Month } from '../../domain/values/month'
import { nothingHeld } from '../../domain/policy/holdings'
import { defaultPolicy } from '../../domain/policy/policy'
import { annasCard, annasDetails, annasPerson, blockOf, cardOf, contactOf } from '../fixtures/borrowers'
import { anna, harbourBranch, mainLibrary, noon } from '../fixtures/library'
import { arbitraryStream, type Step } from './stream'

const choices = fc.record({
  type: fc.constantFrom<BorrowerCommand['type']>(
    ...(['RegisterBorrower', 'RegisterBorrower', 'ChangeContact', 'ChangePreferences', 'BlockBorrower'] as const),
    ...(['LiftBlock', 'MarkSeen', 'RequestErasure', 'LapseBorrower'] as const),
  ),
  email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
  homeBranch: fc.constantFrom(mainLibrary, harbourBranch),
  reason: fc.constantFrom('O', 'U', 'S'),
  halfYear: fc.constantFrom('2026-H1', '2026-H2', '2027-H1'),
})

type Choice = typeof choices extends Arbitrary<infer A> ? A : never

const commandOf =
  ({ type, email, homeBranch, reason, halfYear }: Choice): Step<BorrowerCommand, BorrowerState> =>
  (state, step) => {
    const ids = { borrower: anna, contact: contactOf(1_000 + step) }
    const block = blockOf(2_000 + step)
    switch (type) {
      case 'RegisterBorrower':
        return {
          ...{ type, ...ids, card: cardOf(1), person: annasPerson, details: annasDetails },
          ...{ cardShown: annasCard, at: noon('2026-03-10') },
        }
      case 'ChangeContact':
        return { type, ...ids, details: { ...annasDetails, email } }
      case 'ChangePreferences':
        return { type, borrower: anna, homeBranch, language: 'da' }
      case 'BlockBorrower':
        return { type, borrower: anna, block, reason, note: null, at: noon('2026-04-01') }
      case 'LiftBlock':
        return { type, borrower: anna, block: state._tag === 'Registered' ? (state.blocks[0]?.block ?? block) : block }
      case 'MarkSeen':
        return { type, borrower: anna, halfYear: halfYear as HalfYear }
      case 'RequestErasure':
        return { type, borrower: anna, holdings: nothingHeld }
      case 'LapseBorrower':
        return { type, borrower: anna, month: '2029-06' as Month, holdings: nothingHeld }
    }
  }

const arbitraryBorrowerStep: Arbitrary<Step<BorrowerCommand, BorrowerState>> = choices.map(commandOf)

/** What may happen to a borrower. */
export const arbitraryBorrowerStream = arbitraryStream(borrowerDecider(defaultPolicy), arbitraryBorrowerStep)

export const borrowerCommands: ReadonlyArray<(state: BorrowerState) => BorrowerCommand> = fc
  .sample(arbitraryBorrowerStep, { numRuns: 100, seed: 7 })
  .map((step) => (state) => step(state, 99))

import fc, { type Arbitrary } from 'fast-check'
import type { BorrowerCommand } from '../../domain/borrower/decide-borrower-command'
import { borrowerDecider } from '../../domain/borrower/borrower-decider'
import type { BorrowerState } from '../../domain/borrower/borrower-state'
import type { HistoryId, NoteId } from '../../domain/values/ids'
import type { HalfYear, Month } from '../../domain/values/month'
import { noObligations } from '../../domain/policy/borrower-obligations'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { annasCard, annasContactDetails, annasPerson, blockId, cardId, contactId } from '../fixtures/example-borrowers'
import { anna, branchAtHarbour, firstTitle, mainBranch, noon } from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { arbitraryStream, type CommandStep } from './arbitrary-stream'

const choices = fc.record({
  type: fc.constantFrom<BorrowerCommand['type']>(
    ...(['RegisterBorrower', 'RegisterBorrower', 'ChangeContact', 'ChangePreferences', 'BlockBorrower'] as const),
    ...(['GiveHistoryConsent', 'GiveHistoryConsent', 'WithdrawHistoryConsent', 'WriteHistory'] as const),
    ...(['ChangeNotes', 'ChangeNotes'] as const),
    ...(['LiftBlock', 'MarkSeen', 'RequestErasure', 'LapseBorrower'] as const),
  ),
  email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
  homeBranch: fc.constantFrom(mainBranch, branchAtHarbour),
  reason: fc.constantFrom('O', 'U', 'S'),
  internalNote: fc.constantFrom(null, 'Taler kun tysk'),
  noteToBorrower: fc.constantFrom(null, 'Husk bilaget'),
  halfYear: fc.constantFrom('2026-H1', '2026-H2', '2027-H1'),
})

type Choice = typeof choices extends Arbitrary<infer A> ? A : never

const commandOf =
  ({ type, email, homeBranch, reason, halfYear, ...notes }: Choice): CommandStep<BorrowerCommand, BorrowerState> =>
  (state, step) => {
    const ids = { borrower: anna, contact: contactId(1_000 + step) }
    const block = blockId(2_000 + step)
    switch (type) {
      case 'RegisterBorrower':
        return {
          ...{ type, ...ids, card: cardId(1), person: annasPerson, contactDetails: annasContactDetails },
          ...{ presentedCard: annasCard, at: noon('2026-03-10') },
        }
      case 'ChangeContact':
        return { type, ...ids, contactDetails: { ...annasContactDetails, email } }
      case 'ChangePreferences':
        return { type, borrower: anna, homeBranch, language: 'da' }
      case 'BlockBorrower':
        return { type, borrower: anna, block, reason, note: null, at: noon('2026-04-01') }
      case 'LiftBlock':
        return { type, borrower: anna, block: state._tag === 'Registered' ? (state.blocks[0]?.block ?? block) : block }
      case 'ChangeNotes':
        return { type, borrower: anna, note: numberedUuid(4_000 + step) as NoteId, notes }
      case 'MarkSeen':
        return { type, borrower: anna, halfYear: halfYear as HalfYear }
      case 'GiveHistoryConsent':
        return {
          ...{ type, borrower: anna, history: numberedUuid(3_000 + step) as HistoryId },
          ...{ givenIn: '2026-03' as Month, givenBy: 'borrower' },
        }
      case 'WithdrawHistoryConsent':
        return { type, borrower: anna }
      case 'WriteHistory':
        return { type, borrower: anna, month: '2026-05' as Month, titles: [firstTitle] }
      case 'RequestErasure':
        return { type, borrower: anna, obligations: noObligations }
      case 'LapseBorrower':
        return { type, borrower: anna, month: '2029-06' as Month, obligations: noObligations }
    }
  }

const arbitraryBorrowerStep: Arbitrary<CommandStep<BorrowerCommand, BorrowerState>> = choices.map(commandOf)

/** Streams of a borrower. */
export const arbitraryBorrowerStream = arbitraryStream(borrowerDecider(defaultLibraryPolicy), arbitraryBorrowerStep)

export const borrowerCommands: ReadonlyArray<(state: BorrowerState) => BorrowerCommand> = fc
  .sample(arbitraryBorrowerStep, { numRuns: 100, seed: 7 })
  .map((step) => (state) => step(state, 99))

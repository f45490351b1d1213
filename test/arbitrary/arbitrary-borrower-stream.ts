import fc, { type Arbitrary } from 'fast-check'
import type { BorrowerCommand } from '../../domain/borrower/decide-borrower-command'
import { borrowerDecider } from '../../domain/borrower/borrower-decider'
import type { BorrowerState } from '../../domain/borrower/borrower-state'
import type { Cpr } from '../../domain/values/cpr'
import type { AbsenceId, GuardianId, GuardianshipId, HistoryId, NoteId, ViewId } from '../../domain/values/ids'
import { addMonths, type HalfYear, type Month } from '../../domain/values/month'
import { noObligations } from '../../domain/policy/borrower-obligations'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import {
  annasCard,
  annasContactDetails,
  annasPerson,
  blockId,
  cardId,
  contactId,
  identityId,
  pinId,
  preferenceId,
} from '../fixtures/example-borrowers'
import { anna, branchAtHarbour, day, firstTitle, mainBranch, noon } from '../fixtures/example-library'
import { cprOf, personInRegister } from '../fixtures/cpr-register/example-persons'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { openingByStaff } from '../fixtures/example-openings'
import { arbitraryStream, type CommandStep } from './arbitrary-stream'

/** Anna is registered as an adult; her guardian is registered on an earlier day. */
const whenAnnaWasAChild = day('1990-04-01')
const firstMonth = '2026-04' as Month

const choices = fc.record({
  type: fc.constantFrom<BorrowerCommand['type']>(
    ...(['RegisterBorrower', 'RegisterBorrower', 'ChangeContact', 'ChangePreferences', 'BlockBorrower'] as const),
    ...(['ChangeIdentity', 'IssueCard', 'ReportCardStolen', 'SetPin', 'VerifyEmail', 'VerifyEmail'] as const),
    ...(['GiveHistoryConsent', 'GiveHistoryConsent', 'WithdrawHistoryConsent', 'WriteHistory'] as const),
    ...(['WriteView', 'WriteView'] as const),
    ...(['SetAbsence', 'SetAbsence', 'RemoveAbsence', 'EndAbsence'] as const),
    ...(['ChangeNotes', 'ChangeNotes', 'RequestNotes', 'RequestNotes', 'AnswerNotesRequest'] as const),
    ...(['RegisterGuardian', 'RegisterGuardian', 'RegisterGuardian', 'CorrectGuardianContact'] as const),
    ...(['VerifyGuardianEmail', 'VerifyGuardianEmail', 'RemoveGuardian', 'EndGuardianship'] as const),
    ...(['ConfirmGuardianPaperDestroyed'] as const),
    ...(['LiftBlock', 'MarkSeen', 'RequestErasure', 'AnnounceErasure', 'AnnounceErasure', 'LapseBorrower'] as const),
    ...(['ChangeProtection', 'UpdateFromCprRegister', 'UpdateFromCprRegister'] as const),
  ),
  email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
  homeBranch: fc.constantFrom(mainBranch, branchAtHarbour),
  reason: fc.constantFrom('O', 'U', 'S'),
  internalNote: fc.constantFrom(null, 'Taler kun tysk'),
  noteToBorrower: fc.constantFrom(null, 'Husk bilaget'),
  halfYear: fc.constantFrom('2026-H1', '2026-H2', '2027-H1'),
  guardianCpr: fc.constantFrom('0101705000' as Cpr, '0202715001' as Cpr),
  until: fc.constantFrom(null, day('2026-04-10'), day('2026-05-31')),
})

type Choice = typeof choices extends Arbitrary<infer A> ? A : never

const commandOf =
  ({
    type,
    email,
    homeBranch,
    reason,
    halfYear,
    until,
    guardianCpr,
    ...notes
  }: Choice): CommandStep<BorrowerCommand, BorrowerState> =>
  (state, step) => {
    const ids = { borrower: anna, contact: contactId(1_000 + step) }
    const [identity, preference] = [identityId(10_000 + step), preferenceId(11_000 + step)]
    const [card, pin] = [cardId(12_000 + step), pinId(13_000 + step)]
    const current = state._tag === 'Registered' ? (state.cards[0] ?? null) : null
    const block = blockId(2_000 + step)
    const guardian = numberedUuid(14_000 + step) as GuardianId
    const guardianship = numberedUuid(15_000 + step) as GuardianshipId
    const emails = email === null ? [] : [email]
    const contact = { ...annasContactDetails, emails, emailForNotices: email }
    const known = state._tag === 'Registered' ? state.guardian : null
    const absence = numberedUuid(4_000 + step) as AbsenceId
    switch (type) {
      case 'RegisterBorrower':
        return {
          ...{ type, ...ids, identity, preference, card, pin, person: annasPerson, at: noon('2026-03-10') },
          ...{ contactDetails: annasContactDetails, presentedCard: { ...annasCard, pin: email } },
          firstBlock: email === null ? undefined : { block, reason: 'W' },
        }
      case 'ChangeIdentity':
        return {
          ...{ type, borrower: anna, identity, reason: 'Navn' },
          details: { ...annasPerson, cpr: cprOf(1), name: email ?? 'Anna' },
        }
      case 'ChangeProtection':
        return { type, borrower: anna, identity, isNameAndAddressProtected: email === null, reason: 'Ønske' }
      case 'UpdateFromCprRegister':
        return {
          ...{ type, ...ids, identity, block, today: day('2026-04-01') },
          person: personInRegister(1, {
            name: email,
            isDead: reason === 'O',
            isNameAndAddressProtected: reason === 'U',
          }),
        }
      case 'ChangeContact':
        return { type, ...ids, contactDetails: contact }
      case 'VerifyEmail':
        return { type, borrower: anna, email: email ?? 'a@example.org' }
      case 'ChangePreferences':
        return { type, borrower: anna, preference, homeBranch, language: 'da' }
      case 'IssueCard':
        return { type, borrower: anna, card, number: String(step), replaces: email === null ? null : current }
      case 'ReportCardStolen':
        return { type, borrower: anna, card: current ?? card, block, at: noon('2026-04-01') }
      case 'SetPin':
        return { type, borrower: anna, pin, hash: String(step) }
      case 'BlockBorrower':
        return { type, borrower: anna, block, reason, note: null, at: noon('2026-04-01') }
      case 'LiftBlock':
        return { type, borrower: anna, block: state._tag === 'Registered' ? (state.blocks[0]?.block ?? block) : block }
      case 'ChangeNotes':
        return { type, borrower: anna, note: numberedUuid(4_000 + step) as NoteId, notes }
      case 'RequestNotes':
        return { type, borrower: anna, note: numberedUuid(17_000 + step) as NoteId, today: day('2026-04-01') }
      case 'AnswerNotesRequest':
        return {
          ...{ type, borrower: anna },
          answer: { answeredOn: day('2026-04-20'), given: notes.internalNote, withheldBecause: email },
        }
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
      case 'WriteView':
        return {
          ...{
            type,
            borrower: anna,
            view: numberedUuid(16_000 + step) as ViewId,
            month: addMonths(step % 3)(firstMonth),
          },
          openings: [openingByStaff],
        }
      case 'SetAbsence':
        return { type, borrower: anna, absence, from: null, until, today: day('2026-04-01') }
      case 'RemoveAbsence':
        return { type, borrower: anna }
      case 'EndAbsence':
        return {
          ...{ type, borrower: anna, month: '2026-05' as Month },
          absence: state._tag === 'Registered' ? (state.absence?.absence ?? absence) : absence,
        }
      case 'RegisterGuardian':
        return {
          ...{ type, borrower: anna, guardian, guardianship, day: whenAnnaWasAChild },
          details: { cpr: guardianCpr, name: 'Vera Værge', details: contact, paper: null },
        }
      case 'CorrectGuardianContact': {
        const current = known?.details._tag === 'Plain' ? known.details.value.guardianship : guardianship
        return { type, borrower: anna, guardian, guardianship: current, contact }
      }
      case 'VerifyGuardianEmail': {
        const current = known?.details._tag === 'Plain' ? known.details.value : undefined
        const mailed = current?.details.emailForNotices ?? email ?? 'a@example.org'
        return { type, borrower: anna, guardianship: current?.guardianship ?? guardianship, email: mailed }
      }
      case 'RemoveGuardian':
        return { type, borrower: anna, month: '2026-05' as Month }
      case 'EndGuardianship':
        return { type, borrower: anna, guardian: known?.guardian ?? guardian, month: '2026-05' as Month }
      case 'ConfirmGuardianPaperDestroyed': {
        const former = state._tag === 'Registered' ? state.formerGuardians[0] : undefined
        return { type, borrower: anna, guardian: former ?? guardian }
      }
      case 'RequestErasure':
        return { type, borrower: anna, obligations: noObligations }
      case 'AnnounceErasure':
        return { type, borrower: anna, month: '2029-05' as Month }
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

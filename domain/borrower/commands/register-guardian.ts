import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { isMinorOn } from '../../policy/guardian-policy'
import type { Policy } from '../../policy/policy'
import { birthDateOfCpr, type Cpr } from '../../values/cpr'
import { ageInYears, type Day } from '../../values/day'
import type { BorrowerId, GuardianId, GuardianshipId } from '../../values/ids'
import { monthOf } from '../../values/month'
import { refuseBorrowerCommand, type BorrowerRefusal } from '../borrower-refusal'
import type { CurrentGuardian, RegisteredBorrower } from '../borrower-state'
import {
  acceptedWithoutChange,
  decideWhenRegistered,
  type BorrowerDecisionResult,
  type DecideFromState,
} from '../decide-borrower-from-state'
import { GuardianCorrected } from '../events/guardian-corrected'
import { GuardianRegistered } from '../events/guardian-registered'
import { verifiedEmailsAmong, type GuardianDetails } from '../guardian-details'
import { isSameGuardian, guardianDetailsEq } from '../guardian-details-eq'

/** Registers the guardian of a borrower, in place of an earlier one, or corrects what is known of the present one. */
export interface RegisterGuardian {
  readonly type: 'RegisterGuardian'
  readonly borrower: BorrowerId
  readonly guardian: GuardianId
  /** The id of the guardianship, if it is a new one. */
  readonly guardianship: GuardianshipId
  readonly details: Omit<GuardianDetails, 'guardianship' | 'cpr' | 'verifiedEmails'> & { readonly cpr: Cpr }
  /** The e-mails that another system has verified; none when it is left out. */
  readonly verifiedEmails?: ReadonlyArray<string>
  readonly day: Day
}

type Check = Either<BorrowerRefusal, void>

const accepted: Check = E.right(undefined)

const checkChild =
  ({ guardians }: Policy, { details, day }: RegisterGuardian) =>
  ({ identity }: RegisteredBorrower): Check => {
    const child = identity.details._tag === 'Plain' ? identity.details.value : { birthDate: null, cpr: null }
    if (child.birthDate === null) return refuseBorrowerCommand('BirthDateIsUnknown')
    if (!isMinorOn(guardians)(child.birthDate)(day)) return refuseBorrowerCommand('BorrowerIsOfAge')
    return child.cpr === details.cpr ? refuseBorrowerCommand('GuardianIsTheChild') : accepted
  }

/** A CPR number that does not tell the birth date is accepted. */
const checkGuardian = ({ guardians }: Policy, { details: { cpr, paper }, day }: RegisterGuardian): Check => {
  const birthDate = birthDateOfCpr(cpr)
  if (birthDate !== null && ageInYears(birthDate)(day) < guardians.ageOfMajority)
    return refuseBorrowerCommand('GuardianIsUnderAge')
  return paper !== null && paper.month > monthOf(day) ? refuseBorrowerCommand('PaperIsOfMonthToCome') : accepted
}

const register = (command: RegisterGuardian, replaces: GuardianId | null): BorrowerDecisionResult => {
  const { borrower, guardian, guardianship, details, verifiedEmails = [] } = command
  return E.right([
    GuardianRegistered({ borrower, guardian, replaces }, { guardian: { guardianship, ...details, verifiedEmails } }),
  ])
}

const correct = (
  { borrower, guardian, details, verifiedEmails = [] }: RegisterGuardian,
  replaces: GuardianId,
  known: GuardianDetails,
): BorrowerDecisionResult => {
  const { guardianship } = known
  const corrected = { guardianship, ...details }
  if (guardianDetailsEq.equals(corrected, known)) return acceptedWithoutChange
  const verified = [...new Set([...verifiedEmailsAmong(details.details)(known), ...verifiedEmails])]
  return E.right([
    GuardianCorrected({ borrower, guardian, replaces }, { guardian: { ...corrected, verifiedEmails: verified } }),
  ])
}

const changeTo =
  (command: RegisterGuardian) =>
  (current: CurrentGuardian | null): BorrowerDecisionResult => {
    if (current === null) return register(command, null)
    if (current.details._tag === 'Erased' || !isSameGuardian(command.details)(current.details.value))
      return register(command, current.guardian)
    return correct(command, current.guardian, current.details.value)
  }

/**
 * The guardian answers for a borrower under 18, "and must not be the child". The same CPR number is the same guardianship,
 * whose verified e-mails stay so.
 * Refused: `BorrowerIsUnknown`, `BirthDateIsUnknown` (nobody could tell when the guardianship ends), `BorrowerIsOfAge`,
 * `GuardianIsTheChild`, `GuardianIsUnderAge`, `PaperIsOfMonthToCome`.
 */
export const decideRegisterGuardian =
  (policy: Policy) =>
  (command: RegisterGuardian): DecideFromState =>
    decideWhenRegistered((state) =>
      pipe(
        checkChild(policy, command)(state),
        E.chain(() => checkGuardian(policy, command)),
        E.chain(() => changeTo(command)(state.guardian)),
      ),
    )

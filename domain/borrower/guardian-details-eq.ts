import { eq as Eq, string as S } from 'fp-ts'
import type { Eq as Equals } from 'fp-ts/Eq'
import { contactDetailsEq } from './contact-details-eq'
import type { GuardianDetails, GuardianPaper } from './guardian-details'

const paperEq: Equals<GuardianPaper | null> = {
  equals: (one, other) => one?.month === other?.month && one?.branch === other?.branch,
}

/** Whether a guardian is registered with the same details. Which e-mails were verified is no part of these. */
export const guardianDetailsEq: Equals<Omit<GuardianDetails, 'verifiedEmails'>> = Eq.struct({
  guardianship: S.Eq,
  cpr: S.Eq,
  name: S.Eq,
  details: contactDetailsEq,
  paper: paperEq,
})

/** A guardian is known by the CPR number. */
export const isSameGuardian =
  ({ cpr }: Pick<GuardianDetails, 'cpr'>) =>
  (other: Pick<GuardianDetails, 'cpr'>): boolean =>
    other.cpr === cpr

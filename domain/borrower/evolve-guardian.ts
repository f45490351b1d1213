import { erased, makePlain } from '../event/plain-or-erased'
import type { GuardianId } from '../values/ids'
import type { CurrentGuardian, RegisteredBorrower } from './borrower-state'
import type { GuardianCorrected } from './events/guardian-corrected'
import type { GuardianEmailVerified } from './events/guardian-email-verified'
import type { GuardianPaperDestroyed } from './events/guardian-paper-destroyed'
import type { GuardianRegistered } from './events/guardian-registered'
import type { GuardianshipEnded } from './events/guardianship-ended'

type GuardianEvent =
  GuardianRegistered | GuardianCorrected | GuardianEmailVerified | GuardianshipEnded | GuardianPaperDestroyed

const addFormer = ({ formerGuardians }: RegisteredBorrower, guardian: GuardianId | null): ReadonlyArray<GuardianId> =>
  guardian === null ? formerGuardians : [...formerGuardians, guardian]

const withVerifiedEmail = ({ sealed }: GuardianEmailVerified, current: CurrentGuardian): CurrentGuardian => {
  if (current.details._tag === 'Erased' || sealed.guardian._tag === 'Erased') return { ...current, details: erased }
  const { verifiedEmails, ...details } = current.details.value
  return {
    ...current,
    details: makePlain({ ...details, verifiedEmails: [...verifiedEmails, sealed.guardian.value.email] }),
  }
}

const evolveGuardianship = (event: GuardianEvent, state: RegisteredBorrower): RegisteredBorrower => {
  switch (event.type) {
    case 'GuardianRegistered':
      return {
        ...state,
        guardian: { guardian: event.open.guardian, details: event.sealed.guardian },
        formerGuardians: addFormer(state, event.open.replaces),
      }
    case 'GuardianCorrected':
      return { ...state, guardian: { guardian: event.open.guardian, details: event.sealed.guardian } }
    case 'GuardianEmailVerified':
      return { ...state, guardian: state.guardian === null ? null : withVerifiedEmail(event, state.guardian) }
    case 'GuardianshipEnded':
      return { ...state, guardian: null, formerGuardians: addFormer(state, event.open.guardian) }
    case 'GuardianPaperDestroyed':
      return {
        ...state,
        formerGuardians: state.formerGuardians.filter((guardian) => guardian !== event.open.guardian),
      }
  }
}

/** The state of a borrower after an event about a guardian. */
export const evolveGuardian = (event: GuardianEvent, state: RegisteredBorrower): RegisteredBorrower => ({
  ...evolveGuardianship(event, state),
  guardianChanges: state.guardianChanges + 1,
})

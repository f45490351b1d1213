import type { GuardianId } from '../values/ids'
import type { RegisteredBorrower } from './borrower-state'
import type { GuardianCorrected } from './events/guardian-corrected'
import type { GuardianPaperDestroyed } from './events/guardian-paper-destroyed'
import type { GuardianRegistered } from './events/guardian-registered'
import type { GuardianshipEnded } from './events/guardianship-ended'

type GuardianEvent = GuardianRegistered | GuardianCorrected | GuardianshipEnded | GuardianPaperDestroyed

const addFormer = ({ formerGuardians }: RegisteredBorrower, guardian: GuardianId | null): ReadonlyArray<GuardianId> =>
  guardian === null ? formerGuardians : [...formerGuardians, guardian]

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

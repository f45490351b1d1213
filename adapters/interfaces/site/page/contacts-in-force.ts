import type { Contacts } from '../../../../domain/policy/contacts'
import type { RunningLibrary } from '../../../processes/running-library/running-library'

/** Whom borrowers ask about their data, by the policy of today. */
export const contactsInForce = ({ useCaseDependencies }: RunningLibrary): Contacts =>
  useCaseDependencies.policy(useCaseDependencies.commandHandling.clock.today()).contacts

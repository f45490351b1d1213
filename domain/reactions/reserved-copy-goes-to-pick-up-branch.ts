import { CopyHandedIn } from '../copy/events/copy-handed-in'
import { CopySetAside } from '../copy/events/copy-set-aside'
import { isReservedCopy } from '../copy/copy-state'
import { followUpsToRouteReservedCopy } from './follow-ups-to-route-reserved-copy'
import { defineReaction } from './reaction'

/** When a copy is set aside, or a reserved copy is handed in, it goes to its pick-up branch. */
export const reservedCopyGoesToPickUpBranch = defineReaction('a kept copy goes to its pick-up branch', {
  eventTypes: [CopySetAside, CopyHandedIn],
  appliesTo: (event) => event.type !== 'CopySetAside' || event.sealed.setAside._tag === 'Plain',
  factNames: ['now', 'queue', 'copy'],
  followUpsOf: (facts, deriveId) => () =>
    facts.copy !== undefined && isReservedCopy(facts.copy)
      ? followUpsToRouteReservedCopy(facts, deriveId)(facts.copy)
      : [],
})

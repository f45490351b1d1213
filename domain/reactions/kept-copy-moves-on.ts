import { CopyHandedIn } from '../copy/events/copy-handed-in'
import { CopySetAside } from '../copy/events/copy-set-aside'
import { isKept } from '../copy/state'
import { moveOn } from './move-on'
import { reaction } from './reaction'

/** When a copy has been set aside, or one set aside is handed in, it goes to where it will be picked up. */
export const keptCopyMovesOn = reaction('a kept copy goes to its pick-up branch', {
  on: [CopySetAside, CopyHandedIn],
  concerns: (event) => event.type !== 'CopySetAside' || event.sealed.setAside._tag === 'Plain',
  needs: ['now', 'title', 'copy'],
  react: (facts, derive) => () =>
    facts.copy !== undefined && isKept(facts.copy) ? moveOn(facts, derive)(facts.copy) : [],
})

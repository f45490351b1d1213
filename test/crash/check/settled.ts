import type { System } from '../../../adapters/processes/running/system'
import { right } from '../../fixtures/right'

/** Waits until nothing follows any more: reactions have passed both logs' ends, and what they did has no consequence left. */
export const settled = async (system: System): Promise<void> => {
  for (let before = ''; ;) {
    right(await system.library.reactionsDone())
    const now = JSON.stringify(await system.heads())
    if (now === before) return
    before = now
  }
}

import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** Waits until the reactors have passed the ends of both logs and append nothing more. */
export const waitUntilSettled = async (system: RunningLibrary): Promise<void> => {
  for (let before = ''; ;) {
    rightOrThrow(await system.useCaseDependencies.waitForReactions())
    const now = JSON.stringify(await system.logHeads())
    if (now === before) return
    before = now
  }
}

import * as E from 'fp-ts/Either'
import type { FailingParts } from '../../processes/failures/failing-parts'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { isDamageReason } from '../../stores/sqlite/sqlite-failure'

/**
 * Starts to fold the read models anew when a page of them was found damaged, unless that runs already. Does not wait:
 * it takes long, and ends by itself when the library is closed.
 */
export const rebuildDamagedReadModels = (
  parts: FailingParts,
  rebuildReadModels: RunningLibrary['rebuildReadModels'],
): (() => void) => {
  let isRunning = false
  const rebuild = async (): Promise<void> => {
    const rebuilt = await rebuildReadModels(() => undefined)()
    if (E.isRight(rebuilt)) parts.madeAnew('readModels')
  }
  return () => {
    const areDamaged = parts.list().some(({ part, reason }) => part === 'readModels' && isDamageReason(reason))
    if (!areDamaged || isRunning) return
    isRunning = true
    void rebuild()
      .catch(() => undefined)
      .finally(() => {
        isRunning = false
      })
  }
}

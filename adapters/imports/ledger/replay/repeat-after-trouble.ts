import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { delay } from '../../../system/concurrency/delay'
import type { ImportError } from '../import-error'

/** Tags of trouble that may pass by itself: a store or the keys do not answer, or too many calls wait for the disk. */
const passingTrouble: ReadonlySet<string> = new Set(['Unavailable', 'StoreUnavailable', 'StoreBusy'])

const mayPass = (error: ImportError): boolean =>
  error._tag === 'ImportInterrupted' && passingTrouble.has(error.errorTag)

/**
 * Runs a step again after trouble that may pass, with these pauses (ms) before the repeats; answers the last error when
 * it does not pass. The step must change nothing when it is repeated.
 */
export const repeatAfterTrouble =
  (pausesMs: ReadonlyArray<number>) =>
  <A>(step: TaskEither<ImportError, A>): TaskEither<ImportError, A> =>
  async () => {
    let result = await step()
    for (const pause of pausesMs) {
      if (E.isRight(result) || !mayPass(result.left)) return result
      await delay(pause)
      result = await step()
    }
    return result
  }

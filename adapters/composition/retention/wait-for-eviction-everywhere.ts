import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { PortFailed } from '../../../retention/erasing/erasing-ports'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import { maxKeyInMemoryMs, type ProcessRegistry } from '../../processes/process-registry/process-registry'
import { delay } from '../../system/concurrency/delay'

/** Ms between checks. */
const pollInterval = 100

/**
 * Waits until every process has read both logs to their ends, and so has dropped the keys and rows of the erased scopes.
 * `about` names what the processes must have read: the erased scopes, or a closing that was just written.
 * When a process does not confirm, waits until no process can still hold a key that it fetched before the fence. Then
 * revokes the folder secrets of processes that are away or have not confirmed: their read models become unreadable.
 */
export const waitForEvictionEverywhere =
  (clock: MonotonicClock, registry: ProcessRegistry) =>
  (about: ReadonlyArray<string>): TaskEither<PortFailed, void> =>
  async () => {
    const start = clock.elapsed()
    const request = await registry.requestEviction(about)()
    if (E.isLeft(request)) return request
    const ownConfirmation = await registry.confirmEviction(request.right)()
    if (E.isLeft(ownConfirmation)) return ownConfirmation
    while (clock.elapsed() - start < maxKeyInMemoryMs) {
      const confirmed = await registry.allConfirmed(request.right)()
      if (E.isLeft(confirmed)) return confirmed
      if (confirmed.right) break
      await delay(pollInterval)
    }
    return registry.revokeFolderSecrets(request.right)()
  }

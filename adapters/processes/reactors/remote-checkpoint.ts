import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { CancellableDelay } from '../../system/concurrency/cancellable-delay'
import { catchStoreErrors } from '../catch-store-errors'

/** Ms between reads of the checkpoint. */
const pollInterval = 50

/** A reaction may append an event that has a reaction of its own: a return leads to a fee, for example. */
const maxRounds = 4

const libraryClosing: E.Either<InfrastructureError, never> = E.left({
  _tag: 'StoreUnavailable',
  reason: 'the library is closing',
})

export interface RemoteReactor {
  readonly name: string
  readonly store: Pick<EventStore, 'head'>
  readonly checkpoints: Pick<ReactorCheckpoints, 'readPosition'>
}

/**
 * Waits until a reactor in another process has passed the log's end as it is now, and the events that its reactions
 * appended. Reads the reactor's checkpoint to find out.
 */
export const waitForRemoteCheckpoint = (
  { name, store, checkpoints }: RemoteReactor,
  { delay, isCancelled }: Pick<CancellableDelay, 'delay' | 'isCancelled'>,
): TaskEither<InfrastructureError, void> =>
  catchStoreErrors(async () => {
    let target: Position | undefined
    for (let round = 0; round < maxRounds; round += 1) {
      const head = await store.head()
      if (head === undefined || (target !== undefined && head <= target)) return E.right(undefined)
      target = head
      for (;;) {
        const checkpoint = await checkpoints.readPosition(name)()
        if (checkpoint !== undefined && checkpoint >= target) break
        if (isCancelled()) return libraryClosing
        await delay(pollInterval)
      }
    }
    return E.right(undefined)
  })

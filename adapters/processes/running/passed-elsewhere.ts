import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Trouble } from '../../../domain/command-handling/handling-error'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { Pausing } from './pausing'
import { whenAway } from './when-away'

/** Ms between looks at the checkpoint of a reactor that runs in another process. */
const betweenLooks = 50

/** What follows from an event may be followed by something in its turn: a fee from a return, say. */
const mostTurns = 4

const closing: E.Either<Trouble, never> = E.left({ _tag: 'StoreUnavailable', reason: 'the library is closing' })

export interface Elsewhere {
  readonly name: string
  readonly store: Pick<EventStore, 'head'>
  readonly checkpoints: Pick<Checkpoints, 'read'>
}

/**
 * Waits until a reactor that runs in another process has passed the log's end as it is when asked, and what followed
 * from what stood there: its checkpoint tells.
 */
export const passedElsewhere = (
  { name, store, checkpoints }: Elsewhere,
  { pause, isOver }: Pick<Pausing, 'pause' | 'isOver'>,
): TaskEither<Trouble, void> =>
  whenAway(async () => {
    let target: Position | undefined
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const head = await store.head()
      if (head === undefined || (target !== undefined && head <= target)) return E.right(undefined)
      target = head
      for (;;) {
        const reached = await checkpoints.read(name)()
        if (reached !== undefined && reached >= target) break
        if (isOver()) return closing
        await pause(betweenLooks)
      }
    }
    return E.right(undefined)
  })

import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { ScopeId } from '../../../domain/values/ids'
import type { PortFailed } from '../../../retention/erasing/ports'
import type { MachineClock } from '../../../domain/ports/clocks'
import { keysMayBeHeld, type Presence } from '../../processes/coordination/presence'
import { pause } from '../../system/concurrency/pause'

/** Ms between looks. */
const betweenLooks = 100

/**
 * Waits until every process has read to the ends of both logs, and so has dropped the keys and the rows of what is
 * erased; or, where one does not answer, until no process can hold a key any more that it fetched before the fence.
 * Then the files of those who are not there, or have not answered, are made unreadable.
 */
export const evictedEverywhere =
  (clock: MachineClock, presence: Presence) =>
  (scopes: ReadonlyArray<ScopeId>): TaskEither<PortFailed, void> =>
  async () => {
    const fenced = clock.elapsed()
    const question = await presence.ask(scopes)()
    if (E.isLeft(question)) return question
    const here = await presence.answer(question.right)()
    if (E.isLeft(here)) return here
    while (clock.elapsed() - fenced < keysMayBeHeld) {
      const answered = await presence.allAnswered(question.right)()
      if (E.isLeft(answered)) return answered
      if (answered.right) break
      await pause(betweenLooks)
    }
    return presence.forsake(question.right)()
  }

import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { againAndAgain } from '../../system/concurrency/again-and-again'
import { betweenSigns, type Presence } from './presence'

/** Signs for as long as a process is there, be it busy or not; answers, once it has signed, how it leaves. */
export const present = (presence: Presence): TE.TaskEither<StoreUnavailable, { readonly close: Task<void> }> =>
  TE.map(() => {
    const signing = againAndAgain(presence.sign, betweenSigns, () => undefined)
    return {
      close: async () => {
        await signing.stop()
        await presence.leave()
      },
    }
  })(presence.sign)

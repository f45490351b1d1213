import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { Projector } from './projector-group'
import { repeatStepAfterFencedKey } from './repeat-step-after-fenced-key'

/**
 * A projector that reads the logs by itself, such as one of read models that are folded anew. The schedule may have read
 * less than it. So the schedule catches up first: otherwise the projector would open an event that another process sealed
 * under a scope just after its erasure was declared, and its row would stay. It catches up too when a key is fenced by an
 * erasure that the schedule does not know.
 */
export const withScheduleCaughtUpFirst =
  (schedule: Pick<Schedule, 'position'>, catchUpSchedule: TaskEither<EventReadError, void>) =>
  (projector: Projector): Projector => ({
    ...projector,
    project: (log, events) => () => {
      const last = events.at(-1)?.stored.position ?? ''
      let isBehind = (schedule.position(log) ?? '') < last
      const projectNext = async () => {
        const caughtUp = isBehind ? await catchUpSchedule() : E.right(undefined)
        isBehind = true
        return E.isLeft(caughtUp) ? caughtUp : projector.project(log, events)()
      }
      return repeatStepAfterFencedKey(projectNext, schedule.position)
    },
  })

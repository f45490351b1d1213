import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { EventStore, StoreUnavailable } from '../../../domain/ports/event-store'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { EventDecoder } from '../../processes/projectors/event-decoder'
import { withScheduleCaughtUpFirst } from '../../processes/projectors/with-schedule-caught-up-first'
import { createProjectorGroup, type Projector, type ProjectorGroup } from '../../processes/projectors/projector-group'
import type { ReadModelReplacement } from '../../stores/readmodels/replaceable-read-models'
import { readModelsProjector } from '../opening/projectors'

/** What is read while events are folded. */
export interface FoldSources {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readAll' | 'recent' | 'shuffling'>>>
  readonly schedule: Pick<Schedule, 'refusedRuns' | 'position'>
}

/** What reads the events. */
export interface FoldThenReplaceDependencies {
  readonly decoder: EventDecoder
  /** Brings the schedule, and the read models in use, to the ends of both logs. */
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
}

const succeeded: E.Either<never, void> = E.right(undefined)

export const readModelsUnavailable = (error: StoreUnavailable): E.Either<EventReadError, never> =>
  E.left({ store: 'readModels', ...error, _tag: 'Unavailable' })

const withReport = (projector: Projector, reportFolded: (events: number) => void): Projector => ({
  ...projector,
  project: (log, events) => async () => {
    const projected = await projector.project(log, events)()
    reportFolded(events.length)
    return projected
  },
})

/**
 * Folds both logs into the replacement, from its checkpoints on, until it has read as much as the read models in use, and
 * puts it in their place. Reports the events of each page.
 */
export const foldThenReplace = async (
  { store, flush, use }: ReadModelReplacement,
  { logs, schedule }: FoldSources,
  { decoder: { decode, open, prefetchKeys }, projectorGroup }: FoldThenReplaceDependencies,
  reportFolded: (events: number) => void,
): Promise<E.Either<EventReadError, void>> => {
  const projector = withReport(readModelsProjector(store, schedule, { open, prefetchKeys }), reportFolded)
  const afterSchedule = withScheduleCaughtUpFirst(schedule, projectorGroup.catchUp)(projector)
  const { catchUp } = createProjectorGroup(logs, decode, [afterSchedule])
  const foldedFirst = await catchUp()
  if (E.isLeft(foldedFirst)) return foldedFirst
  const flushed = await flush()
  if (E.isLeft(flushed)) return readModelsUnavailable(flushed.left)
  for (;;) {
    const caughtUp = await catchUp()
    if (E.isLeft(caughtUp)) return caughtUp
    const used = use()
    if (E.isLeft(used)) return readModelsUnavailable(used.left)
    if (used.right) return succeeded
    await setImmediate()
  }
}

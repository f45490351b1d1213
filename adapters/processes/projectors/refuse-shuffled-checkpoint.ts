import * as E from 'fp-ts/Either'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { LogName } from '../../../domain/event/stream'
import type { EventPage, EventStore, Position } from '../../../domain/ports/event-store'

type ShuffledLogs = Readonly<Record<LogName, Pick<EventStore, 'shuffling'>>>

/** Checks a page that was just read, before it is projected. The checkpoints are those of all projectors; '' is the start. */
type CheckPage = (
  log: LogName,
  page: EventPage,
  checkpoints: ReadonlyArray<Position | ''>,
) => E.Either<EventReadError, void>

const foldedInPart: E.Either<EventReadError, never> = E.left({
  _tag: 'Unavailable',
  store: 'readModels',
  reason:
    'this process had read a part of a month whose events were put in another order: start it again, so that it makes its read models anew',
})

/**
 * Refuses to project on from a checkpoint within a segment that was shuffled since: nobody knows which of its events were
 * projected before. Whoever shuffles waits for every process that answers, so this happens to a process that was paused
 * meanwhile, or that has just started. The refusal lasts until it is started again, and then its read models are made anew.
 *
 * Before the first page, a checkpoint was found to be at the start of the log or after what was shuffled then. Of several
 * shuffles since, only the last segment is known, so each checkpoint before its end counts as lost.
 */
export const createProjectorCheckpointCheckAfterShuffle = (logs: ShuffledLogs): CheckPage => {
  const timesKnown = new Map<LogName, number>()
  return (log, page, checkpoints) => {
    const noticed = logs[log].shuffling?.lastNoticed?.(page)
    const known = timesKnown.get(log)
    // A page that was read before what is known already has only events that are projected, or after the segment.
    if (noticed === undefined || noticed.times <= (known ?? -1)) return E.right(undefined)
    const { times, after = '', before = '' } = noticed
    const isOnlyOne = known !== undefined && times === known + 1
    const isLost = (at: Position | ''): boolean => at !== '' && at < before && (at > after || !isOnlyOne)
    if (checkpoints.some(isLost)) return foldedInPart
    timesKnown.set(log, times)
    return E.right(undefined)
  }
}

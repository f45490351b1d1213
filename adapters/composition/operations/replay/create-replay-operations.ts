import type { Task } from 'fp-ts/Task'
import type { LogName, StreamName } from '../../../../domain/event/stream'
import type { EventStore } from '../../../../domain/ports/event-store'
import { replayStream } from '../../../../domain/replay/replay-stream'
import { streamOfSubject } from '../../../../domain/replay/replay-subject'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { Schedule } from '../../../../retention/schedule/schedule'
import type { ReplayOperations, ReplayRequest } from '../../../processes/running-library/replay-operations'
import { borrowersOfScopes, withholdPartsOfNobody } from './borrowers-of-parts'
import { findReplayedStream } from './find-replayed-stream'
import { readEventsToReplay, type EventReading } from './read-events-to-replay'
import { withholdProtectedParts } from './withhold-protected-parts'

/** What replaying needs. */
interface ReplayDependencies extends EventReading {
  readonly rows: ReadModelRows
  readonly projectorGroup: { readonly catchUp: Task<unknown> }
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readStream' | 'readAll'>>>
  readonly schedule: EventReading['schedule'] & Pick<Schedule, 'findScope'>
  /** Checks the file of a log, unless it was checked already. */
  readonly checkUnchecked: (log: LogName) => Task<void>
}

/** Creates the replay of records. The schedule has read every erasure of the logs before a replay reads them. */
export const createReplayOperations = (dependencies: ReplayDependencies): ReplayOperations => {
  const { eventTable, rows, projectorGroup, checkUnchecked } = dependencies
  const findStream = findReplayedStream(dependencies)
  const read = async (stream: StreamName, { subject, at, opened }: ReplayRequest) => {
    const { log } = streamOfSubject[subject]
    const events = await readEventsToReplay(dependencies)(log, stream, at, opened)
    return withholdProtectedParts(rows, stream)(events)
  }
  return {
    replay: async (request) => {
      await projectorGroup.catchUp()
      const stream = await findStream(request)
      if (stream === undefined) return undefined
      const { log } = streamOfSubject[request.subject]
      let events = await read(stream, request)
      if (events.length === 0) {
        await checkUnchecked(log)()
        events = await read(stream, request)
      }
      if (events.length === 0) return undefined
      const borrowers = borrowersOfScopes(stream, events)
      const shown = { log, stream, events: withholdPartsOfNobody(borrowers)(events) }
      const replay = replayStream(eventTable)(request.subject, request.id)(shown)
      if (replay.steps.length === 0) return undefined
      return { ...replay, log, stream, borrowers: [...new Set(borrowers.values())] }
    },
  }
}

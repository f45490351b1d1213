import { identity, pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'

/** The number of events of a log, for reports of progress; 0 when the log cannot be read. See `countAfter` for its limit. */
export const countEvents = (log: Pick<EventStore, 'countAfter'>): Task<number> =>
  pipe(
    TE.tryCatch(log.countAfter(undefined), identity),
    TE.getOrElse(() => T.of(0)),
  )

/** The number of events of both logs, for reports of progress. */
export const countEventsOfBothLogs = async (
  logs: Readonly<Record<LogName, Pick<EventStore, 'countAfter'>>>,
): Promise<number> => {
  const counts = await Promise.all(logNames.map((log) => countEvents(logs[log])()))
  return counts.reduce((sum, count) => sum + count, 0)
}

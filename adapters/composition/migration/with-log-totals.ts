import { identity, pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import { sequenceOfPosition } from '../../stores/eventstore/sequence-position'
import type { ReportMigrationProgress } from '../../stores/migration/migrate-library'

/** Reports how many events of a log are copied, and how many there are in all. */
export type ReportCopyProgress = (log: LogName, events: number, total: number) => void

/** The position of the last event is the number of events, because a log in a data folder has no gaps. 0 when the log cannot be read. */
const countEvents = (log: Pick<EventStore, 'head'>): Task<number> =>
  pipe(
    TE.tryCatch(async () => sequenceOfPosition(await log.head()), identity),
    TE.getOrElse(() => T.of(0)),
  )

/** Adds the total number of events of each log to the progress reports of a migration. */
export const withLogTotals =
  (
    logs: Readonly<Record<LogName, Pick<EventStore, 'head'>>>,
    reportProgress: ReportCopyProgress,
  ): Task<ReportMigrationProgress> =>
  async () => {
    const totals = { circulation: await countEvents(logs.circulation)(), persons: await countEvents(logs.persons)() }
    return (log, events) => {
      reportProgress(log, events, totals[log])
    }
  }

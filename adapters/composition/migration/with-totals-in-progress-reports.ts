import type { Task } from 'fp-ts/Task'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import type { ReportMigrationProgress } from '../../stores/migration/migrate-library'
import { countEvents } from '../operations/count-events'

/** Reports how many events of a log are copied, and how many there are in all. */
export type ReportLogCopyProgress = (log: LogName, events: number, total: number) => void

/** Adds the total number of events of each log to the progress reports of a migration. */
export const withTotalsInProgressReports =
  (
    logs: Readonly<Record<LogName, Pick<EventStore, 'countAfter'>>>,
    reportProgress: ReportLogCopyProgress,
  ): Task<ReportMigrationProgress> =>
  async () => {
    const totals = { circulation: await countEvents(logs.circulation)(), persons: await countEvents(logs.persons)() }
    return (log, events) => {
      reportProgress(log, events, totals[log])
    }
  }

import type { Day } from '../../../domain/values/day'
import type { RetentionRunReport } from '../../../retention/worker/retention-run-report'
import type { RetentionReport } from '../../processes/retention/retention-service'

/** A short text for each refusal and failure of a run. The texts name no scope. */
export const failureMessages = ({ refused, failed }: RetentionRunReport): ReadonlyArray<string> =>
  [...refused, ...failed].map((failure) => ('reason' in failure ? `${failure._tag}: ${failure.reason}` : failure._tag))

/** Turns the report of the retention worker into the report of the retention service. */
export const toRetentionReport = (report: RetentionRunReport, unclosedDays: number): RetentionReport => ({
  today: report.statusAfter.today,
  dueNow: report.statusAfter.due,
  overdue: report.statusAfter.overdue,
  oldestOverdue: (report.statusAfter.oldestOverdue ?? null) as Day | null,
  erased: report.erased,
  orphansDestroyed: report.orphans,
  held: report.statusAfter.onHold,
  waitingFor: report.statusAfter.waitingFor,
  failed: failureMessages(report),
  unclosedDays,
  lagDays: report.statusAfter.lagDays,
})

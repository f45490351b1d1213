import type { Day } from '../../../domain/values/day'
import type { Report } from '../../../retention/worker/report'
import type { RetentionReport } from '../../processes/running/retention-service'

/** What a run was refused or failed in, in a few words each; they name no scope. */
export const failuresOf = ({ refused, failed }: Report): ReadonlyArray<string> =>
  [...refused, ...failed].map((failure) => ('reason' in failure ? `${failure._tag}: ${failure.reason}` : failure._tag))

/** What the worker reports, as people are told it. */
export const told = (report: Report, unclosed: number): RetentionReport => ({
  today: report.after.today,
  dueNow: report.after.due,
  overdue: report.after.overdue,
  oldestOverdue: (report.after.oldestOverdue ?? null) as Day | null,
  erased: report.erased,
  orphansDestroyed: report.orphans,
  held: report.after.held,
  waitingFor: report.after.waitingFor,
  failed: failuresOf(report),
  unclosedDays: unclosed,
  lagDays: report.after.lagDays,
})

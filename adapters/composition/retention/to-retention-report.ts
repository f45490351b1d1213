import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import {
  daysToClose,
  unclosedDaysOf,
  type ClosingDates,
  type DateRefusal,
} from '../../../retention/guards/days-to-close'
import type { RetentionRunReport } from '../../../retention/worker/retention-run-report'
import type { ErasingStopped, RetentionReport } from '../../processes/retention/retention-operations'

/** A short text for each refusal and failure of a run. The texts name no scope. */
export const failureMessages = ({ refused, failed }: RetentionRunReport): ReadonlyArray<string> =>
  [...refused, ...failed].map((failure) => ('reason' in failure ? `${failure._tag}: ${failure.reason}` : failure._tag))

const toErasingStopped = (refusal: DateRefusal, today: Day): ErasingStopped =>
  refusal._tag === 'MissingDays'
    ? { because: 'missingDays', from: refusal.from, to: refusal.to, dateToConfirm: today }
    : { because: 'clockWentBack', lastClosed: refusal.closed }

const erasingStoppedBy = (dates: ClosingDates): ErasingStopped | null => {
  const days = daysToClose(dates)
  return E.isLeft(days) ? toErasingStopped(days.left, dates.today) : null
}

/**
 * Turns the report of the retention worker into the report of the retention service. `dates` are those after the run.
 */
export const toRetentionReport = (report: RetentionRunReport, dates: ClosingDates): RetentionReport => ({
  today: report.statusAfter.today,
  dueNow: report.statusAfter.due,
  overdue: report.statusAfter.overdue,
  oldestOverdue: (report.statusAfter.oldestOverdue ?? null) as Day | null,
  erased: report.erased,
  orphansDestroyed: report.orphans,
  held: report.statusAfter.onHold,
  waitingFor: report.statusAfter.waitingFor,
  failed: failureMessages(report),
  unclosedDays: unclosedDaysOf(dates).length,
  lagDays: report.statusAfter.lagDays,
  erasingStopped: erasingStoppedBy(dates),
})

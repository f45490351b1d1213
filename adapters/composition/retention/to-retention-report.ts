import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import {
  daysToClose,
  daysAwaitingClosing,
  type DayClosingDates,
  type DaysToCloseRefusal,
} from '../../../retention/guards/days-to-close'
import type { RetentionRunReport } from '../../../retention/worker/retention-run-report'
import type { RefusedErasureReport } from '../../processes/retention/refused-run-reporter'
import type { ErasingStopped, RetentionReport } from '../../processes/retention/retention-operations'

const refusalMessage = (refusal: RetentionRunReport['refused'][number], today: Day): string => {
  switch (refusal._tag) {
    case 'MissingDays':
      return `MissingDays: ${refusal.from} to ${refusal.to} are not closed, so nothing is closed or erased. If today is ${today}, go on with: glemsom retention run --confirm-date ${today}. If it is not, set the clock right first`
    case 'ClockWentBack':
      return `ClockWentBack: the clock shows ${today}, but ${refusal.closed} is closed already. Set the clock right; erasing goes on by itself after ${refusal.closed}`
    case 'HoldsAreUnreadable':
      return `HoldsAreUnreadable: ${String(refusal.holds)} legal holds cannot be read, so no record of a borrower is erased: a hold may name it. Find the damaged events: glemsom log check`
    case 'ErasureRunTooLarge':
      return `ErasureRunTooLarge: ${String(refusal.scopes)} scopes of ${refusal.log} are due, and ${String(refusal.limit)} is the limit. If no period was shortened by mistake, go on with: glemsom retention run --confirm-date ${today}`
    case 'ErasureRunOnHold':
      return `ErasureRunOnHold: ${String(refusal.scopes)} scopes of ${refusal.log} are declared due, and one of them is on hold. They are erased when the hold ends`
  }
}

/** A short text for each refusal and failure of a run, with what to do. The texts name no scope. */
export const retentionFailureMessages = ({
  refused,
  failed,
  statusAfter,
}: RetentionRunReport): ReadonlyArray<string> => [
  ...refused.map((refusal) => refusalMessage(refusal, statusAfter.today)),
  ...failed.map(({ _tag, reason }) => `${_tag}: ${reason}`),
]

const toErasingStopped = (refusal: DaysToCloseRefusal, today: Day): ErasingStopped =>
  refusal._tag === 'MissingDays'
    ? { because: 'missingDays', from: refusal.from, to: refusal.to, dateToConfirm: today }
    : { because: 'clockWentBack', lastClosed: refusal.closed }

const erasingStoppedBy = (dates: DayClosingDates): ErasingStopped | null => {
  const days = daysToClose(dates)
  return E.isLeft(days) ? toErasingStopped(days.left, dates.today) : null
}

/**
 * Turns the report of the retention worker into the report of the retention service. `dates` are those after the run.
 */
export const toRetentionReport = (
  report: RetentionRunReport,
  dates: DayClosingDates,
  refusedRuns: ReadonlyArray<RefusedErasureReport>,
): RetentionReport => ({
  today: report.statusAfter.today,
  dueNow: report.statusAfter.due,
  overdue: report.statusAfter.overdue,
  oldestOverdue: (report.statusAfter.oldestOverdue ?? null) as Day | null,
  erased: report.erased,
  orphansDestroyed: report.orphans,
  held: report.statusAfter.onHold,
  holdsInForce: report.statusAfter.holdsInForce,
  unreadableHolds: report.statusAfter.unreadableHolds,
  waitingFor: report.statusAfter.waitingFor,
  failed: retentionFailureMessages(report),
  refusedRuns,
  unclosedDays: daysAwaitingClosing(dates).length,
  lagDays: report.statusAfter.lagDays,
  erasingStopped: erasingStoppedBy(dates),
})

import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import { logNames } from '../../domain/event/stream'
import type { DeletionClasses } from '../classes/deletion-classes'
import { daysToClose } from '../guards/days-to-close'
import type { HoldsAreUnreadable } from '../guards/legal-holds'
import { readDayClosingDates } from './read-day-closing-dates'
import { dueErasureGroupsIn, countScopesOfErasureGroups } from './due-erasure-groups'
import { eraseDueInLog, finishInterruptedErasureRuns, type ErasureOutcome } from './erase-due-in-log'
import { runSerially } from './run-serially'
import type { RetentionWorkerPorts } from './retention-worker-ports'
import type { ErasedByClass, RetentionRunReport, RetentionStatus, WorkerFailed } from './retention-run-report'
import { readRetentionStatus } from './retention-status'

const erasedByClass = (outcomes: ReadonlyArray<ErasureOutcome>): ErasedByClass => {
  const counts: Partial<Record<keyof ErasedByClass, number>> = {}
  for (const { class: name } of outcomes.flatMap(({ finished }) => finished).flatMap(({ scopes }) => scopes))
    counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const workerFailed = ({ reason }: { readonly reason: string }): WorkerFailed => ({ _tag: 'WorkerFailed', reason })

const unreadableHoldsOf = ({ unreadableHolds: holds }: RetentionStatus): ReadonlyArray<HoldsAreUnreadable> =>
  holds === 0 ? [] : [{ _tag: 'HoldsAreUnreadable', holds }]

const eraseAll = async (
  ports: RetentionWorkerPorts,
  classes: DeletionClasses,
): Promise<ReadonlyArray<ErasureOutcome>> => {
  const outcomes: ErasureOutcome[] = [await finishInterruptedErasureRuns(ports, classes)]
  const consumers = await ports.consumerPositions()
  for (const log of logNames) outcomes.push(await eraseDueInLog(ports, classes, log, consumers))
  return outcomes
}

const runOnce = async (ports: RetentionWorkerPorts, classes: DeletionClasses): Promise<RetentionRunReport> => {
  const caughtUp = await ports.catchUpSchedule()
  const daysToCloseNow = daysToClose(readDayClosingDates(ports))
  const found = logNames.reduce(
    (count, log) => count + countScopesOfErasureGroups(dueErasureGroupsIn(ports.schedule, log)),
    0,
  )
  const mayErase = E.isRight(caughtUp) && E.isRight(daysToCloseNow)
  const outcomes = mayErase ? await eraseAll(ports, classes) : []
  const orphans: E.Either<{ readonly reason: string }, number> = mayErase ? await ports.sweepOrphanKeys() : E.right(0)
  const statusAfter = readRetentionStatus(ports)(await ports.consumerPositions())
  return {
    found,
    statusAfter,
    erased: erasedByClass(outcomes),
    runs: outcomes.reduce((count, { finished }) => count + finished.length, 0),
    orphans: E.isRight(orphans) ? orphans.right : 0,
    refused: [
      ...(E.isLeft(daysToCloseNow) ? [daysToCloseNow.left] : []),
      ...unreadableHoldsOf(statusAfter),
      ...outcomes.flatMap(({ refused }) => refused),
    ],
    failed: [
      ...[caughtUp, orphans].flatMap((result) => (E.isLeft(result) ? [workerFailed(result.left)] : [])),
      ...outcomes.flatMap(({ failed }) => failed),
    ],
  }
}

/**
 * Makes the retention worker. One run finishes interrupted runs, then erases every scope that is due and that nothing
 * holds back, and reports what it left and why. Runs are idempotent. Of two concurrent runs the second starts when the
 * first has ended, and finds nothing to do.
 */
export const makeRetentionWorker = (ports: RetentionWorkerPorts, classes: DeletionClasses): Task<RetentionRunReport> =>
  runSerially(() => runOnce(ports, classes))

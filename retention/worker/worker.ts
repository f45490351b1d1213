import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import { logNames } from '../../domain/event/stream'
import type { DeletionClasses } from '../classes/deletion-classes'
import { daysToClose } from '../guards/missing-days'
import { calendarOf } from './calendar'
import { dueIn, sizeOf } from './due-scopes'
import { eraseIn, finishAll, type Outcome } from './erase-log'
import { oneAtATime } from './one-at-a-time'
import type { WorkerPorts } from './ports'
import type { ErasedByClass, Report, WorkerFailed } from './report'
import { standingOf } from './standing'

const erasedByClass = (outcomes: ReadonlyArray<Outcome>): ErasedByClass => {
  const counts: Partial<Record<keyof ErasedByClass, number>> = {}
  for (const { class: name } of outcomes.flatMap(({ finished }) => finished).flatMap(({ scopes }) => scopes))
    counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const workerFailed = ({ reason }: { readonly reason: string }): WorkerFailed => ({ _tag: 'WorkerFailed', reason })

const eraseAll = async (ports: WorkerPorts, classes: DeletionClasses): Promise<ReadonlyArray<Outcome>> => {
  const outcomes: Outcome[] = [await finishAll(ports, classes, ports.schedule.unfinished())]
  const followers = await ports.followers()
  for (const log of logNames) outcomes.push(await eraseIn(ports, classes, log, followers))
  return outcomes
}

const runOnce = async (ports: WorkerPorts, classes: DeletionClasses): Promise<Report> => {
  const followed = await ports.follow()
  const date = daysToClose(calendarOf(ports))
  const found = logNames.reduce((count, log) => count + sizeOf(dueIn(ports.schedule, log)), 0)
  const mayErase = E.isRight(followed) && E.isRight(date)
  const outcomes = mayErase ? await eraseAll(ports, classes) : []
  const orphans: E.Either<{ readonly reason: string }, number> = mayErase ? await ports.destroyOrphans() : E.right(0)
  return {
    found,
    after: standingOf(ports)(await ports.followers()),
    erased: erasedByClass(outcomes),
    runs: outcomes.reduce((count, { finished }) => count + finished.length, 0),
    orphans: E.isRight(orphans) ? orphans.right : 0,
    refused: [...(E.isLeft(date) ? [date.left] : []), ...outcomes.flatMap(({ refused }) => refused)],
    failed: [
      ...[followed, orphans].flatMap((each) => (E.isLeft(each) ? [workerFailed(each.left)] : [])),
      ...outcomes.flatMap(({ failed }) => failed),
    ],
  }
}

/**
 * The retention worker: finishes what broke off, then erases everything that is due and in nobody's way, and says what
 * it left and why. Running it again does no harm; two runs at once take turns, and the second finds nothing to do.
 */
export const retentionWorker = (ports: WorkerPorts, classes: DeletionClasses): Task<Report> =>
  oneAtATime(() => runOnce(ports, classes))

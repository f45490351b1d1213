import * as E from 'fp-ts/Either'
import type { LogName } from '../../domain/event/stream'
import type { DeletionClasses } from '../classes/deletion-classes'
import { declare } from '../erasing/declare'
import { finish } from '../erasing/finish'
import type { Batch, DeclaredRun } from '../erasing/run'
import type { StepFailed } from '../erasing/step'
import type { FollowerAt } from '../guards/nothing-ahead'
import { notTooMuch, ownDays, usualRun, type TooMuchAtOnce } from '../guards/too-much'
import type { UnfinishedRun } from '../schedule/schedule'
import { batchesOf } from './batches'
import { sizeOf, type Family } from './due-scopes'
import type { WorkerPorts } from './ports'
import { sortOut } from './sort-out'

/** What became of runs: finished ones, what failed, and what was refused. */
export interface Outcome {
  readonly finished: ReadonlyArray<DeclaredRun>
  readonly failed: ReadonlyArray<StepFailed>
  readonly refused: ReadonlyArray<TooMuchAtOnce>
}

/** Finishes runs that are declared and have no certificate. One that fails does not keep the others waiting. */
export const finishAll = async (
  ports: WorkerPorts,
  classes: DeletionClasses,
  runs: ReadonlyArray<UnfinishedRun>,
): Promise<Outcome> => {
  const finished: DeclaredRun[] = []
  const failed: StepFailed[] = []
  for (const run of runs) {
    const outcome = await finish(ports, classes)(run)()
    if (E.isRight(outcome)) finished.push(outcome.right)
    else failed.push(outcome.left)
  }
  return { finished, failed, refused: [] }
}

/** A date that an administrator has confirmed today lets a large run through as well. */
const allowed = (ports: WorkerPorts, log: LogName, ready: ReadonlyArray<Family>): E.Either<TooMuchAtOnce, void> =>
  sizeOf(ready) <= usualRun || ports.confirmed() === ports.today()
    ? E.right(undefined)
    : notTooMuch(log, ownDays(ports.schedule, log))(sizeOf(ready))

const declareAll = async (ports: WorkerPorts, batches: ReadonlyArray<Batch>): Promise<ReadonlyArray<StepFailed>> => {
  for (const batch of batches) {
    const declared = await declare(ports)(batch)()
    if (E.isLeft(declared)) return [declared.left]
  }
  return []
}

/** Declares all that is due in a log and in nobody's way, then takes each run through its steps. */
export const eraseIn = async (
  ports: WorkerPorts,
  classes: DeletionClasses,
  log: LogName,
  followers: ReadonlyArray<FollowerAt>,
): Promise<Outcome> => {
  const { ready } = sortOut(ports.schedule, ports.held(), followers)(log)
  const may = allowed(ports, log, ready)
  if (E.isLeft(may)) return { finished: [], failed: [], refused: [may.left] }
  const batches = batchesOf(log, ports.newRun)(ready)
  const notDeclared = await declareAll(ports, batches)
  const runs = new Set(batches.map(({ run }) => run))
  const outcome = await finishAll(
    ports,
    classes,
    ports.schedule.unfinished().filter(({ run }) => runs.has(run)),
  )
  return { ...outcome, failed: [...notDeclared, ...outcome.failed] }
}

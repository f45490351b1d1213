import * as E from 'fp-ts/Either'
import type { LogName } from '../../domain/event/stream'
import type { RunId } from '../../domain/values/ids'
import type { DeletionClasses } from '../classes/deletion-classes'
import { declareDueStep } from '../erasing/declare-due-step'
import { finishErasureRun } from '../erasing/finish-erasure-run'
import type { PlannedErasureRun, DeclaredErasureRun } from '../erasing/erasure-run'
import type { PortFailed } from '../erasing/erasing-ports'
import { erasureStepFailed, toErasureStepFailed, type StepFailed } from '../erasing/erasure-step'
import type { LogConsumerPosition } from '../guards/consumers-behind'
import { countScopesWithOwnClock, type ErasureRunTooLarge } from '../guards/check-erasure-run-size'
import type { UnfinishedErasureRun } from '../schedule/schedule'
import { planErasureRuns } from './plan-erasure-runs'
import {
  splitInterruptedErasureRunsByGuard,
  requireAllowedErasureRunSize,
  type ErasureRunOnHold,
} from './split-interrupted-erasure-runs-by-guard'
import type { RetentionWorkerPorts } from './retention-worker-ports'
import { splitErasableFromHeldGroups } from './split-erasable-from-held-groups'

/** The runs that were finished, the steps that failed, and the runs that were refused. */
export interface ErasureOutcome {
  readonly finished: ReadonlyArray<DeclaredErasureRun>
  readonly failed: ReadonlyArray<StepFailed>
  readonly refused: ReadonlyArray<ErasureRunTooLarge | ErasureRunOnHold>
}

/** Finishes runs that are declared and have no certificate. A run that fails does not stop the others. */
const finishErasureRuns = async (
  ports: RetentionWorkerPorts,
  classes: DeletionClasses,
  runs: ReadonlyArray<UnfinishedErasureRun>,
): Promise<ErasureOutcome> => {
  const finished: DeclaredErasureRun[] = []
  const failed: StepFailed[] = []
  for (const run of runs) {
    const outcome = await finishErasureRun(ports, classes)(run)()
    if (E.isRight(outcome)) finished.push(outcome.right)
    else failed.push(outcome.left)
  }
  return { finished, failed, refused: [] }
}

/** Finishes the runs that an earlier run of the worker has left, as far as the guards allow it. */
export const finishInterruptedErasureRuns = async (
  ports: RetentionWorkerPorts,
  classes: DeletionClasses,
): Promise<ErasureOutcome> => {
  const { allowed, refused } = splitInterruptedErasureRunsByGuard(ports, ports.schedule.unfinishedRuns())
  return { ...(await finishErasureRuns(ports, classes, allowed)), refused }
}

const declareRuns = async (
  ports: RetentionWorkerPorts,
  planned: ReadonlyArray<PlannedErasureRun>,
): Promise<ReadonlyArray<StepFailed>> => {
  for (const run of planned) {
    const declared = await declareDueStep(ports)(run)()
    if (E.isLeft(declared)) return [declared.left]
  }
  return []
}

/** The runs that were declared, and the declarations that failed. */
interface DeclaredRuns {
  readonly runs: ReadonlySet<RunId>
  readonly failed: ReadonlyArray<StepFailed>
}

/**
 * Declares every due scope of a log that nothing holds back, while nobody sets a legal hold: the holds are read, and the
 * scopes declared, before the next hold can be set.
 */
const declareDue =
  (ports: RetentionWorkerPorts, log: LogName, consumers: ReadonlyArray<LogConsumerPosition>) =>
  async (): Promise<E.Either<ErasureRunTooLarge | StepFailed, DeclaredRuns>> => {
    const caughtUp = await toErasureStepFailed('declare')(ports.catchUpSchedule)()
    if (E.isLeft(caughtUp)) return caughtUp
    const { ready } = splitErasableFromHeldGroups(ports, consumers)(log)
    const scopes = countScopesWithOwnClock(ready.flatMap(({ members }) => members))
    const sizeCheck = requireAllowedErasureRunSize(ports, log, scopes)
    if (E.isLeft(sizeCheck)) return sizeCheck
    const planned = planErasureRuns(log, ports.newRunId)(ready)
    const failed = await declareRuns(ports, planned)
    return E.right({ runs: new Set(planned.map(({ run }) => run)), failed })
  }

const withoutRuns = (problem: ErasureRunTooLarge | StepFailed): ErasureOutcome =>
  problem._tag === 'ErasureRunTooLarge'
    ? { finished: [], failed: [], refused: [problem] }
    : { finished: [], failed: [problem], refused: [] }

const lockFailed = (error: ErasureRunTooLarge | StepFailed | PortFailed): ErasureRunTooLarge | StepFailed =>
  'scopes' in error || 'step' in error ? error : erasureStepFailed('declare')(error.reason)

/** Declares every due scope of a log that nothing holds back, then finishes each declared run. */
export const eraseDueInLog = async (
  ports: RetentionWorkerPorts,
  classes: DeletionClasses,
  log: LogName,
  consumers: ReadonlyArray<LogConsumerPosition>,
): Promise<ErasureOutcome> => {
  const declared = await ports.whileNoHoldIsSet(declareDue(ports, log, consumers))()
  if (E.isLeft(declared)) return withoutRuns(lockFailed(declared.left))
  const { runs, failed } = declared.right
  const unfinished = ports.schedule.unfinishedRuns().filter(({ run }) => runs.has(run))
  const outcome = await finishErasureRuns(ports, classes, unfinished)
  return { ...outcome, failed: [...failed, ...outcome.failed] }
}

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './erasing-ports'
import { scopeIdsOfRun, type DeclaredErasureRun } from './erasure-run'
import {
  completedErasureStep,
  toErasureStepFailed,
  recordedDateFor,
  type CompletedErasureStep,
  type StepFailed,
} from './erasure-step'

/** Step 4b: every derived store removes the rows of the scopes. */
export const purgeRowsStep =
  (ports: Pick<ErasingPorts, 'purgeRows' | 'today'>) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CompletedErasureStep> =>
    pipe(
      ports.purgeRows(scopeIdsOfRun(run)),
      toErasureStepFailed('purge'),
      TE.map(() => completedErasureStep('purge', recordedDateFor(run.log, ports.today()))),
    )

import type * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './erasing-ports'
import type { DeclaredErasureRun } from './erasure-run'
import { completeErasureStep, type CompletedErasureStep, type StepFailed } from './erasure-step'

/** Step 4b: every derived store removes the rows of the scopes. */
export const purgeRowsStep =
  (ports: Pick<ErasingPorts, 'purgeRows' | 'today'>) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CompletedErasureStep> =>
    completeErasureStep('purge', ports, run)(ports.purgeRows(run.scopes))

import type * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './erasing-ports'
import type { DeclaredErasureRun } from './erasure-run'
import { completeErasureStep, type CompletedErasureStep, type StepFailed } from './erasure-step'

/** Step 4a: every process removes the keys, and the cached values that they sealed, from its memory. */
export const evictKeysStep =
  (ports: Pick<ErasingPorts, 'evictKeys' | 'today'>) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CompletedErasureStep> =>
    completeErasureStep('evict', ports, run)(ports.evictKeys(run.scopes))

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

/** Step 4a: every process removes the keys, and the cached values that they sealed, from its memory. */
export const evictKeysStep =
  (ports: Pick<ErasingPorts, 'evictKeys' | 'today'>) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CompletedErasureStep> =>
    pipe(
      ports.evictKeys(scopeIdsOfRun(run)),
      toErasureStepFailed('evict'),
      TE.map(() => completedErasureStep('evict', recordedDateFor(run.log, ports.today()))),
    )

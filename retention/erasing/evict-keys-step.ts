import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './erasing-ports'
import { scopeIdsOfRun, type DeclaredErasureRun } from './erasure-run'
import { completedStep, toErasureStepFailed, dateForLog, type CompletedStep, type StepFailed } from './erasure-step'

/** Step 4a: every process removes the keys, and the cached values that they sealed, from its memory. */
export const evictKeysStep =
  (ports: Pick<ErasingPorts, 'evictKeys' | 'today'>) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, CompletedStep> =>
    pipe(
      ports.evictKeys(scopeIdsOfRun(run)),
      toErasureStepFailed('evict'),
      TE.map(() => completedStep('evict', dateForLog(run.log, ports.today()))),
    )

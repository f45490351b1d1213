import type * as TE from 'fp-ts/TaskEither'
import { certificateIdOf } from '../certificates/certificate-id'
import type { ErasingPorts } from './erasing-ports'
import type { DeclaredErasureRun } from './erasure-run'
import { completeErasureStep, type CompletedErasureStep, type StepFailed } from './erasure-step'

/** Step 2: one transaction destroys the wrapped keys and fences the scopes: a fenced scope never gets a new key. */
export const fenceKeysStep =
  (ports: Pick<ErasingPorts, 'fenceKeys' | 'today'>) =>
  ({ run, log, scopes }: DeclaredErasureRun): TE.TaskEither<StepFailed, CompletedErasureStep> =>
    completeErasureStep('fence', ports, { log })(
      ports.fenceKeys(
        scopes.map(({ scope, class: name }) => ({ scope, class: name })),
        certificateIdOf(run),
      ),
    )

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { certificateIdOf } from '../certificates/certificate-id'
import type { ErasingPorts } from './ports'
import type { DeclaredRun } from './run'
import { done, failing, stamp, type StepDone, type StepFailed } from './step'

/** Step 2: in one transaction the wrapped keys are destroyed, and the scopes never get new ones. */
export const fence =
  (ports: Pick<ErasingPorts, 'fence' | 'today'>) =>
  ({ run, log, scopes }: DeclaredRun): TE.TaskEither<StepFailed, StepDone> =>
    pipe(
      ports.fence(
        scopes.map(({ scope, class: name }) => ({ scope, class: name })),
        certificateIdOf(run),
      ),
      failing('fence'),
      TE.map(() => done('fence', stamp(log, ports.today()))),
    )

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './ports'
import { idsOf, type DeclaredRun } from './run'
import { done, failing, stamp, type StepDone, type StepFailed } from './step'

/** Step 4b: every derived store removes the rows of the scopes. */
export const purge =
  (ports: Pick<ErasingPorts, 'purge' | 'today'>) =>
  (run: DeclaredRun): TE.TaskEither<StepFailed, StepDone> =>
    pipe(
      ports.purge(idsOf(run)),
      failing('purge'),
      TE.map(() => done('purge', stamp(run.log, ports.today()))),
    )

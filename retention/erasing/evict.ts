import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ErasingPorts } from './ports'
import { idsOf, type DeclaredRun } from './run'
import { done, failing, stamp, type StepDone, type StepFailed } from './step'

/** Step 4a: every process drops the keys, and whatever it remembers of what they sealed. */
export const evict =
  (ports: Pick<ErasingPorts, 'evict' | 'today'>) =>
  (run: DeclaredRun): TE.TaskEither<StepFailed, StepDone> =>
    pipe(
      ports.evict(idsOf(run)),
      failing('evict'),
      TE.map(() => done('evict', stamp(run.log, ports.today()))),
    )

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ErasingPorts } from './ports'
import { runStream, type Batch } from './run'
import { failing, type StepFailed } from './step'

/**
 * Step 1: the log says that these scopes are forgotten from here on. They stand in the order of their ids, which are
 * random, so that neither order nor grouping says anything.
 */
export const declare =
  (ports: Pick<ErasingPorts, 'append' | 'follow'>) =>
  ({ run, log, reason, scopes }: Batch): TE.TaskEither<StepFailed, void> => {
    const sorted = [...scopes].sort((a, b) => (a.scope < b.scope ? -1 : 1))
    return pipe(
      ports.append(log, runStream(run), 'none', ErasureDue({ run, reason, scopes: sorted }, {})),
      failing('declare'),
      TE.flatMap(() => failing('declare')(ports.follow)),
    )
  }

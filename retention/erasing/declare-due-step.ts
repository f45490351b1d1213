import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ErasingPorts } from './erasing-ports'
import { erasureRunStream, type PlannedErasureRun } from './erasure-run'
import { toErasureStepFailed, type StepFailed } from './erasure-step'

/**
 * Step 1: appends `ErasureDue`. From that event on, the parts of these scopes answer `Erased`. The scopes are sorted by
 * their ids, which are random, so that their order reveals nothing.
 */
export const declareDueStep =
  (ports: Pick<ErasingPorts, 'append' | 'catchUpSchedule'>) =>
  ({ run, log, reason, scopes }: PlannedErasureRun): TE.TaskEither<StepFailed, void> => {
    const sorted = [...scopes].sort((a, b) => (a.scope < b.scope ? -1 : 1))
    return pipe(
      ports.append(log, erasureRunStream(run), 'none', ErasureDue({ run, reason, scopes: sorted }, {})),
      toErasureStepFailed('declare'),
      TE.flatMap(() => toErasureStepFailed('declare')(ports.catchUpSchedule)),
    )
  }

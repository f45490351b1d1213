import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { ErasingPorts } from './erasing-ports'
import type { DeclaredErasureRun } from './erasure-run'
import { erasureStepFailed, toErasureStepFailed, type StepFailed } from './erasure-step'

const declares = (declared: ReadonlyArray<DueScope>, { scopes }: DeclaredErasureRun): boolean => {
  const classes = new Map(declared.map(({ scope, class: name }) => [scope, name]))
  return scopes.every(({ scope, class: name }) => classes.get(scope) === name)
}

/**
 * Reads the declaration of a run from the log again, before a key is destroyed: it must declare every scope that the
 * schedule knows as declared. Otherwise it was shortened, changed or removed since: raises `DeclarationChanged`, and the
 * run is not finished.
 */
export const requireUnchangedErasureDeclaration =
  (ports: Pick<ErasingPorts, 'readDeclaration' | 'raiseAlarm'>) =>
  (run: DeclaredErasureRun): TE.TaskEither<StepFailed, void> =>
    pipe(
      ports.readDeclaration(run.log, run.run),
      toErasureStepFailed('declare'),
      TE.flatMap((declared) => {
        if (declares(declared, run)) return TE.right(undefined)
        ports.raiseAlarm('DeclarationChanged')
        return TE.left(
          erasureStepFailed('declare')('the declaration in the log is not the one that was read from it before'),
        )
      }),
    )

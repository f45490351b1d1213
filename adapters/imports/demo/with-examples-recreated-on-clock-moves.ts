import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyById } from '../../../projections/copies/copy-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { exampleCopies } from './demo-records-for-examples'
import { recreateDemoExamples } from './recreate-demo-examples'

/** A demo library that was made empty has no examples. */
const hasExamples = ({ isDemo, rows }: RunningLibrary): boolean =>
  isDemo && copyById(exampleCopies.toLend.copy)(rows) !== undefined

/** Examples that cannot be made anew, because somebody has used up what they need, are left out of the description. */
export const recreateDemoExamplesIfAny = async (library: RunningLibrary): Promise<void> => {
  if (hasExamples(library)) await recreateDemoExamples(library).catch(() => undefined)
}

/** A demo library whose examples are made anew after each move of its clock. Any other library stays as it is. */
export const withExamplesRecreatedOnClockMoves = (library: RunningLibrary): RunningLibrary => {
  if (!library.isDemo) return library
  const { moveTo } = library.clock
  return {
    ...library,
    clock: {
      ...library.clock,
      moveTo: (to, onDayClosed) =>
        pipe(
          moveTo(to, onDayClosed),
          TE.chainFirstTaskK(() => () => recreateDemoExamplesIfAny(library)),
        ),
    },
  }
}

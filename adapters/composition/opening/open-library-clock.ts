import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../../domain/values/day'
import type { LibraryClock } from '../../../domain/ports/clocks'
import { realLibraryClock } from '../../system/clock/real-library-clock'
import { createSimulatedClock, type SimulatedClock } from '../../system/clock/simulated-clock'
import {
  writeSimulatedToday,
  readSimulatedToday,
  type FolderDescription,
} from '../../stores/data-folder/folder-description'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'

/** The library's clock. `simulated` is the same clock when it can be moved. */
export interface OpenedClock {
  readonly clock: LibraryClock
  readonly simulated: SimulatedClock | undefined
}

/** Opens the clock that the folder was made with. Refuses a simulated clock in production. `writeToday` stores its day. */
export const openLibraryClock = (
  layout: DataFolderLayout,
  { clock }: FolderDescription,
  production: boolean,
  writeToday: (today: Day) => void = writeSimulatedToday(layout),
): E.Either<FolderError, OpenedClock> => {
  if (clock === 'real') return E.right({ clock: realLibraryClock, simulated: undefined })
  if (production) return E.left({ _tag: 'SimulatedInProduction', folder: layout.root })
  return pipe(
    readSimulatedToday(layout),
    E.map((today) => {
      const simulated = createSimulatedClock(today, writeToday)
      return { clock: simulated, simulated }
    }),
  )
}

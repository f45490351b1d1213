import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../../domain/values/day'
import type { LibraryClock } from '../../../domain/ports/clocks'
import { realClock } from '../../system/clock/real-clock'
import { simulatedClock, type SimulatedClock } from '../../system/clock/simulated-clock'
import { keepToday, readToday, type Description } from '../../stores/data-folder/description'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { Layout } from '../../stores/data-folder/layout'

/** The library's clock, and the same clock once more where it can be moved. */
export interface OpenClock {
  readonly clock: LibraryClock
  readonly simulated: SimulatedClock | undefined
}

/** The clock a folder was made with. A simulated one is refused in production. */
export const openClock = (
  layout: Layout,
  { clock }: Description,
  production: boolean,
  keepDay: (today: Day) => void = keepToday(layout),
): E.Either<FolderError, OpenClock> => {
  if (clock === 'real') return E.right({ clock: realClock, simulated: undefined })
  if (production) return E.left({ _tag: 'SimulatedInProduction', folder: layout.root })
  return pipe(
    readToday(layout),
    E.map((today) => {
      const simulated = simulatedClock(today, keepDay)
      return { clock: simulated, simulated }
    }),
  )
}

import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../../domain/values/day'
import { isMade, makeFolder, readDescription, type Description } from '../../stores/data-folder/description'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { Layout } from '../../stores/data-folder/layout'
import { own, type LetGo } from '../../stores/data-folder/own'
import { openClock, type OpenClock } from './open-clock'

/** How a folder is made where there is none. */
export interface Making {
  readonly make: Omit<Description, 'format'>
  /** The day on which a new simulated clock stands. */
  readonly startOn: Day
  readonly production: boolean
  /** Keeps the day of a simulated clock; durably and at once, where nothing is said. */
  readonly keepDay?: (today: Day) => void
}

/** A folder that this process owns, what it was made as, and its clock. */
export interface Prepared {
  readonly letGo: LetGo
  readonly description: Description
  readonly time: OpenClock
}

const made = (layout: Layout, { make, startOn, production }: Making): E.Either<FolderError, void> => {
  if (isMade(layout)) return E.right(undefined)
  if (existsSync(layout.circulation))
    return E.left({
      _tag: 'FolderDamaged',
      folder: layout.root,
      reason:
        'folder.json is missing beside a log: put it back from a backup, so that the library stays what it was made as',
    })
  return production && make.clock === 'simulated'
    ? E.left({ _tag: 'SimulatedInProduction', folder: layout.root })
    : makeFolder(layout, { format: 1, ...make }, startOn)
}

/** Owns a folder before it looks at it or makes it, and lets it go again when it cannot be used. */
export const prepareFolder = (layout: Layout, making: Making): E.Either<FolderError, Prepared> =>
  pipe(
    own(layout),
    E.chain((letGo) =>
      pipe(
        made(layout, making),
        E.chain(() => readDescription(layout)),
        E.bindTo('description'),
        E.bind('time', ({ description }) => openClock(layout, description, making.production, making.keepDay)),
        E.bimap(
          (error) => {
            letGo()
            return error
          },
          (folder) => ({ letGo, ...folder }),
        ),
      ),
    ),
  )

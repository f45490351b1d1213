import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../../domain/values/day'
import {
  hasFolderDescription,
  makeDataFolder,
  readFolderDescription,
  type FolderDescription,
} from '../../stores/data-folder/folder-description'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { lockFolder, type ReleaseFolderLock } from '../../stores/data-folder/lock-folder'
import { makeFolderPrivate } from '../../stores/data-folder/make-data-folder-private'
import { isRestoring } from '../../stores/data-folder/restore-marker'
import { openLibraryClock, type OpenedClock } from './open-library-clock'

/** How to make a data folder that does not exist yet. */
interface DataFolderOptions {
  readonly make: Omit<FolderDescription, 'format'>
  /** The first day of a new simulated clock. */
  readonly startOn: Day
  readonly production: boolean
  /** The version of Glemsom that opens the folder. */
  readonly version: string
  /** Stores the day of a simulated clock; default: at once and durably. */
  readonly writeToday?: (today: Day) => void
}

/** A data folder that this process owns, with its description and its clock. */
interface PreparedDataFolder {
  readonly releaseFolder: ReleaseFolderLock
  readonly description: FolderDescription
  readonly openedClock: OpenedClock
  /** Others than the owner had rights in the folder until now. */
  readonly wasOpenToOthers: boolean
}

const makeFolderIfNew = (
  layout: DataFolderLayout,
  { make, startOn }: DataFolderOptions,
): E.Either<FolderError, void> => {
  if (isRestoring(layout)) return E.left({ _tag: 'FolderNotRestored', folder: layout.root })
  if (hasFolderDescription(layout)) return E.right(undefined)
  if (existsSync(layout.circulation))
    return E.left({
      _tag: 'FolderDamaged',
      folder: layout.root,
      reason:
        'folder.json is missing although there is a log: restore folder.json from a backup, because it says how the library was made',
    })
  return makeDataFolder(layout, { format: 2, ...make }, startOn)
}

/** Called before the folder is made, so that a refusal leaves nothing behind. */
const refuseNewSimulatedClockInProduction = (
  layout: DataFolderLayout,
  { make, production }: DataFolderOptions,
): E.Either<FolderError, void> =>
  production && make.clock === 'simulated' && !hasFolderDescription(layout)
    ? E.left({ _tag: 'SimulatedInProduction', folder: layout.root })
    : E.right(undefined)

/** Locks a folder, then reads or makes it. Releases the lock when the folder cannot be used. */
export const prepareDataFolder = (
  layout: DataFolderLayout,
  options: DataFolderOptions,
): E.Either<FolderError, PreparedDataFolder> =>
  pipe(
    refuseNewSimulatedClockInProduction(layout, options),
    E.chain(() => makeFolderPrivate(layout)),
    E.bindTo('wasOpenToOthers'),
    E.bind('releaseFolder', () => lockFolder(layout)),
    E.chain(({ wasOpenToOthers, releaseFolder }) =>
      pipe(
        makeFolderIfNew(layout, options),
        E.chain(() => readFolderDescription(layout, options.version)),
        E.bindTo('description'),
        E.bind('openedClock', ({ description }) =>
          openLibraryClock(layout, description, options.production, options.writeToday),
        ),
        E.bimap(
          (error) => {
            releaseFolder()
            return error
          },
          (folder) => ({ releaseFolder, wasOpenToOthers, ...folder }),
        ),
      ),
    ),
  )

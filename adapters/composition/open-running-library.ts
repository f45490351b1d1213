import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { eventDefinitions } from '../../domain/event-definitions'
import { eventTableOf } from '../../domain/event/decode'
import type { EventReadError } from '../../domain/command-handling/open-event'
import type { Day } from '../../domain/values/day'
import { dayOf, type Instant } from '../../domain/values/instant'
import { defaultPolicy, type Policy } from '../../domain/policy/policy'
import { makeCachingScopeKeys } from '../../retention/keys/caching-scope-keys'
import { machineClock } from '../system/clock/machine-clock'
import { markBulkWriting, unmarkBulkWriting } from '../stores/data-folder/bulk-marker'
import type { FolderDescription } from '../stores/data-folder/folder-description'
import { folderErrorMessage, type FolderError } from '../stores/data-folder/folder-error'
import { dataFolderLayout } from '../stores/data-folder/data-folder-layout'
import { checkStoresLocation } from '../stores/data-folder/moved-to-servers'
import { systemRandom } from '../system/random/system-random'
import { createEventDecoder } from '../processes/projectors/event-decoder'
import { createProjectorGroup } from '../processes/projectors/projector-group'
import { lruStateCache } from '../processes/running-library/lru-state-cache'
import type { RunningLibrary } from '../processes/running-library/running-library'
import { scheduleProjector, readModelsProjector } from './opening/projectors'
import { evictScopesFromMemory } from './retention/evict-scopes-from-memory'
import { catchUpClock, startBulkWriting } from './opening/bulk-writing'
import { checkStoresAtStart } from './opening/check-stores-at-start'
import { prepareDataFolder } from './opening/prepare-data-folder'
import { checkRingOfNewFolder } from './stores/open-ring-and-key-store'
import { closeLibraryStores, openBulkLibraryStores, openLibraryStores } from './stores/library-stores'
import { assembleRunningLibrary } from './assemble-running-library'
import type { OpenPrimaryStores, OpenStoresError } from './stores/primary-stores'
import { openStoresInFolder } from './stores/open-stores-in-folder'

/** How to open a data folder, or make a new one. */
export interface OpenLibraryOptions {
  /** The description of a new folder. */
  readonly make: Omit<FolderDescription, 'format'>
  /** The first day of a new simulated clock. */
  readonly startOn?: Day
  readonly ring?: string
  readonly production: boolean
  readonly policy?: Policy
  /** Opens logs and keys that are not in the folder itself. */
  readonly openPrimaryStores?: OpenPrimaryStores
  /**
   * Nobody else waits for what is written: it becomes durable with `flush`, many writes together. Without effect when
   * logs and keys are not in the folder.
   */
  readonly inBulk?: boolean
  /** Reports what must never happen; names the kind of the alarm and nothing else. */
  readonly alarm: (kind: string) => void
}

export type OpenLibraryError = FolderError | OpenStoresError | EventReadError

/** Says why a library cannot be opened, and what to do. */
export const openLibraryErrorMessage = (error: OpenLibraryError): string => {
  switch (error._tag) {
    case 'FolderInUse':
    case 'FolderDamaged':
    case 'FolderUnreadable':
    case 'FolderReadOnly':
    case 'NotAFolder':
    case 'SimulatedInProduction':
    case 'FolderMoved':
    case 'FolderNotMoved':
      return folderErrorMessage(error)
    case 'RingNotPrivate':
      return 'Other users than the owner can read the ring of wrapping keys. Give its folder mode 0700 and its files mode 0600.'
    case 'StoreUnavailable':
    case 'Unavailable':
    case 'Corrupt':
    case 'Undecodable':
      return `The library cannot be opened: ${error.reason}.`
  }
}

const startDay = ({ make, startOn }: OpenLibraryOptions): Day =>
  make.clock === 'simulated' && startOn !== undefined ? startOn : dayOf(new Date().toISOString() as Instant)

/**
 * Opens a data folder, or makes it, and starts the library: projectors catch up with both logs, and reactions continue
 * from their checkpoint. One process owns a folder.
 */
export const openRunningLibrary =
  (root: string, options: OpenLibraryOptions): TaskEither<OpenLibraryError, RunningLibrary> =>
  async () => {
    const layout = dataFolderLayout(root, options.ring)
    const location = checkStoresLocation(layout, options.openPrimaryStores !== undefined)
    if (E.isLeft(location)) return location
    const ringOfNewFolder = checkRingOfNewFolder(layout)
    if (E.isLeft(ringOfNewFolder)) return ringOfNewFolder
    const bulk =
      options.inBulk === true && options.openPrimaryStores === undefined ? startBulkWriting(layout) : undefined
    const folder = prepareDataFolder(layout, {
      ...options,
      startOn: startDay(options),
      ...(bulk === undefined ? {} : { writeToday: bulk.writeToday }),
    })
    if (E.isLeft(folder)) return folder
    const { releaseFolder, description, openedClock } = folder.right
    const opened = await (
      bulk === undefined
        ? openLibraryStores(layout, (options.openPrimaryStores ?? openStoresInFolder)(layout))
        : openBulkLibraryStores(bulk.commits, layout)
    )()
    if (E.isLeft(opened)) {
      releaseFolder()
      return opened
    }
    const stores = opened.right
    for (const warning of stores.warnings) options.alarm(warning)
    const eventTable = eventTableOf(eventDefinitions)
    const { schedule, ring, keyStore } = stores
    // The event decoder opens events with these keys, and evicts opened events whenever the keys evict plaintext.
    let evictOpenedEvents = (): void => undefined
    const keys = makeCachingScopeKeys({
      store: keyStore,
      ring,
      isEnded: schedule.isEnded,
      clock: machineClock,
      alarm: options.alarm,
      capacity: bulk === undefined ? 100_000 : 5000,
      plaintextDropped: () => evictOpenedEvents(),
    })
    const eventDecoder = createEventDecoder(eventTable, keys)
    evictOpenedEvents = eventDecoder.clear
    const stateCache = lruStateCache(bulk === undefined ? 20_000 : 5000)
    const evictScopes = evictScopesFromMemory(keys, stateCache)
    const projectorOfSchedule = scheduleProjector(schedule, keys, evictScopes)
    const projectorGroup = createProjectorGroup(stores.logs, eventDecoder.decode, [
      projectorOfSchedule,
      readModelsProjector(stores.readModels, eventDecoder),
    ])
    const checked = await checkStoresAtStart(
      layout,
      stores,
      createProjectorGroup(stores.logs, eventDecoder.decode, [projectorOfSchedule]).catchUp,
      options.alarm,
    )()
    if (E.isLeft(checked)) {
      await closeLibraryStores(stores)
      releaseFolder()
      return checked
    }
    catchUpClock(layout, openedClock, schedule)
    if (bulk === undefined) unmarkBulkWriting(layout)
    else markBulkWriting(layout)
    const components = {
      stores,
      eventTable,
      keys,
      stateCache,
      evictScopes,
      projectorGroup,
      eventDecoder,
      random: systemRandom,
      policy: options.policy ?? defaultPolicy,
    }
    const library = await assembleRunningLibrary({
      ...components,
      ...openedClock,
      description,
      releaseFolder: () => {
        bulk?.end()
        releaseFolder()
      },
      alarm: options.alarm,
    })
    bulk?.commits.onFailure(library.cancelWaiting)
    const caughtUp = await projectorGroup.catchUp()
    if (E.isRight(caughtUp)) return E.right(library)
    await library.close()
    return caughtUp
  }

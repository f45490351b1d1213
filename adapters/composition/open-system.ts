import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { definitions } from '../../domain/catalogue'
import { tableOf } from '../../domain/event/decode'
import type { Unreadable } from '../../domain/command-handling/remember'
import type { Day } from '../../domain/values/day'
import { dayOf, type Instant } from '../../domain/values/instant'
import { defaultPolicy, type Policy } from '../../domain/policy/policy'
import { makeKeys } from '../../retention/keys/make-keys'
import { machineClock } from '../system/clock/machine-clock'
import { markBulk, unmarkBulk } from '../stores/data-folder/bulk-mark'
import type { Description } from '../stores/data-folder/description'
import { inWords, type FolderError } from '../stores/data-folder/folder-error'
import { layoutOf } from '../stores/data-folder/layout'
import { inItsPlace } from '../stores/data-folder/moved'
import { systemRandom } from '../system/random/random'
import { follower as followerOf } from '../processes/running/follower'
import { stateCache } from '../processes/running/state-cache'
import type { System } from '../processes/running/system'
import { scheduleFollows, viewsFollow } from './opening/follows'
import { forgetting } from './keeping/forgetting'
import { bulkWriting, catchUpClock } from './opening/bulk-writing'
import { makeReady } from './opening/make-ready'
import { prepareFolder } from './opening/prepare-folder'
import { closeStores, openStores, openStoresInBulk } from './stores'
import { systemOf } from './system-of'
import type { OpenTruth, StoreTrouble } from './truth/truth'
import { truthInFolder } from './truth/truth-in-folder'

/** How a folder is opened, or made where there is none. */
export interface OpenOptions {
  /** What a new folder is made as. */
  readonly make: Omit<Description, 'format'>
  /** The day on which a new simulated clock stands. */
  readonly startOn?: Day
  readonly ring?: string
  readonly production: boolean
  readonly policy?: Policy
  /** Where logs and keys are, when they are not in the folder itself. */
  readonly truth?: OpenTruth
  /**
   * Nobody else waits for what is written: it becomes durable with `flush` of the system, many writes at a time. Has no
   * effect on logs and keys elsewhere.
   */
  readonly inBulk?: boolean
  /** Told of what must never happen by itself, by kind alone. */
  readonly alarm: (kind: string) => void
}

export type OpenError = FolderError | StoreTrouble | Unreadable

/** Why a system cannot be opened, in a sentence that says what to do. */
export const openErrorInWords = (error: OpenError): string => {
  switch (error._tag) {
    case 'FolderInUse':
    case 'FolderDamaged':
    case 'SimulatedInProduction':
    case 'FolderMoved':
    case 'FolderNotMoved':
      return inWords(error)
    case 'TooOpen':
      return 'Others than the owner may read the ring of wrapping keys. Give its folder mode 0700 and its files mode 0600.'
    case 'StoreUnavailable':
    case 'Unavailable':
    case 'Corrupt':
    case 'Undecodable':
      return `The library cannot be opened: ${error.reason}.`
  }
}

const startDay = ({ make, startOn }: OpenOptions): Day =>
  make.clock === 'simulated' && startOn !== undefined ? startOn : dayOf(new Date().toISOString() as Instant)

/**
 * Opens a data folder, or makes it, and sets everything to work: followers pass both logs' ends, reactions go on from
 * where they were. One process owns a folder.
 */
export const openSystem =
  (root: string, options: OpenOptions): TaskEither<OpenError, System> =>
  async () => {
    const layout = layoutOf(root, options.ring)
    const place = inItsPlace(layout, options.truth !== undefined)
    if (E.isLeft(place)) return place
    const bulk = options.inBulk === true && options.truth === undefined ? bulkWriting(layout) : undefined
    const making = { ...options, startOn: startDay(options), ...(bulk === undefined ? {} : { keepDay: bulk.keepDay }) }
    const folder = prepareFolder(layout, making)
    if (E.isLeft(folder)) return folder
    const { letGo, description, time } = folder.right
    const opened = await (
      bulk === undefined
        ? openStores(layout, (options.truth ?? truthInFolder)(layout))
        : openStoresInBulk(bulk.order, layout)
    )()
    if (E.isLeft(opened)) {
      letGo()
      return opened
    }
    const stores = opened.right
    for (const remark of stores.remarks) options.alarm(remark)
    const table = tableOf(definitions)
    const { schedule, ring, keyStore } = stores
    const keys = makeKeys({
      store: keyStore,
      ring,
      ended: schedule.ended,
      clock: machineClock,
      alarm: options.alarm,
      bound: bulk === undefined ? 100_000 : 20_000,
    })
    const cache = stateCache(20_000)
    const forget = forgetting(keys, cache)
    const scheduled = scheduleFollows(schedule, keys, forget)
    const follower = followerOf(stores.logs, table, [scheduled, viewsFollow(stores.views, table, keys)])
    const ready = await makeReady(layout, stores, followerOf(stores.logs, table, [scheduled]).reach, options.alarm)()
    if (E.isLeft(ready)) {
      await closeStores(stores)
      letGo()
      return ready
    }
    catchUpClock(layout, time, schedule)
    if (bulk === undefined) unmarkBulk(layout)
    else markBulk(layout)
    const parts = {
      stores,
      table,
      keys,
      cache,
      forget,
      follower,
      random: systemRandom,
      policy: options.policy ?? defaultPolicy,
    }
    const system = await systemOf({
      ...parts,
      ...time,
      description,
      letGo: () => {
        bulk?.end()
        letGo()
      },
      alarm: options.alarm,
    })
    const reached = await follower.reach()
    if (E.isRight(reached)) return E.right(system)
    await system.close()
    return reached
  }

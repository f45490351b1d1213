import type { Description } from '../stores/data-folder/description'
import type { LetGo } from '../stores/data-folder/own'
import type { System } from '../processes/running/system'
import type { Forget } from './keeping/forgetting'
import { healthOf } from './answering/health-of'
import { keepingOf } from './keeping/keeping'
import { keysStatusOf } from './answering/keys-status'
import { startLibrary } from './library/library-at-work'
import type { LibraryParts } from './library/library-of'
import { movingClock } from './keeping/moving-clock'
import type { OpenClock } from './opening/open-clock'
import { rebuildOf } from './answering/rebuild'
import { showStream } from './answering/show'
import { closeStores, type Stores } from './stores'
import { nowAndThen } from './keeping/timers'

/** What a system is put together from. */
export interface SystemParts extends Omit<LibraryParts, 'clock'>, OpenClock {
  readonly description: Description
  readonly forget: Forget
  readonly letGo: LetGo
  readonly alarm: (kind: string) => void
}

const beginning = ''

const headsOf =
  ({ logs }: Stores): System['heads'] =>
  async () => ({
    circulation: (await logs.circulation.head()) ?? beginning,
    persons: (await logs.persons.head()) ?? beginning,
  })

/** Puts a system together from opened parts, and starts its reactor. */
export const systemOf = async (parts: SystemParts): Promise<System> => {
  const { stores, table, keys, follower, description } = parts
  const { library, reactor } = await startLibrary(parts)
  const reactors = [reactor]
  const { keep, retention } = keepingOf(library, { ...parts, reactors })
  const stopTimers = nowAndThen(stores, keys, follower)
  return {
    library,
    rows: stores.views.rows,
    reach: follower.reach,
    flush: stores.flush,
    heads: headsOf(stores),
    retention,
    isDemo: description.demo,
    clock: { kind: description.clock, moveTo: movingClock(parts, keep) },
    rebuild: rebuildOf(stores, follower),
    keysStatus: keysStatusOf(stores),
    show: showStream(stores.logs, table, keys),
    health: healthOf(stores, follower, reactors, retention),
    close: async () => {
      await stopTimers()
      await reactor.stop()
      await closeStores(stores)
      parts.letGo()
    },
  }
}

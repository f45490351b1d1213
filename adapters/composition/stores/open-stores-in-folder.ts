import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { machineClock } from '../../system/clock/machine-clock'
import { memoryCoordination } from '../../processes/coordination/memory/memory-coordination'
import { openSqliteLog } from '../../stores/eventstore/sqlite/open-sqlite-log'
import { refuseMissingLogs } from './refuse-missing-logs'
import { openKeyStoreInFolder, openOrMakeRing } from './open-ring-and-key-store'
import type { OpenPrimaryStores } from './primary-stores'

const logsLostReason = 'a log (circulation.db or persons.db) is missing, although the key store has keys for its events'

/**
 * Opens the logs and the key store of a data folder, or makes those of a new folder. Makes the ring and the key store
 * before the logs, so that a log never exists without its keys. After a failure the stores stay open: the process ends.
 */
export const openStoresInFolder: OpenPrimaryStores = (layout) => async () => {
  const ring = openOrMakeRing(layout, !existsSync(layout.circulation))
  if (E.isLeft(ring)) return ring
  const keyStore = openKeyStoreInFolder(layout, ring.right)
  if (E.isLeft(keyStore)) return keyStore
  const isMissing = !existsSync(layout.circulation) || !existsSync(layout.persons)
  const checked = await refuseMissingLogs(isMissing, logsLostReason, keyStore.right)()
  if (E.isLeft(checked)) return checked
  const opened = pipe(
    E.Do,
    E.bindW('circulation', () => openSqliteLog(layout.circulation)),
    E.bindW('persons', () => openSqliteLog(layout.persons)),
  )
  if (E.isLeft(opened)) return opened
  const { circulation, persons } = opened.right
  return E.right({
    logs: { circulation: circulation.events, persons: persons.events },
    checkpoints: () => circulation.checkpoints,
    ring: ring.right,
    keyStore: keyStore.right,
    coordination: memoryCoordination(machineClock),
    warnings: [],
    rewriteServerLogs: TE.right(undefined),
  })
}

import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { machineClock } from '../../system/clock/machine-clock'
import { coordinationInProcess } from '../../processes/coordination/memory/coordination'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { BulkOrder } from '../../stores/sqlite/bulk-order'
import { openBulkLog } from '../../stores/eventstore/sqlite/bulk-log'
import { openSqliteLog, type SqliteLog } from '../../stores/eventstore/sqlite/store'
import { openBulkKeyStore, openKeyStore } from '../../stores/keystore/sqlite/open-key-store'
import { notLost } from './not-lost'
import { openKeysOf, openRing, type OpenKeyFile } from './open-keys'
import type { OpenTruth } from './truth'

const lost = 'a log (circulation.db or persons.db) is missing, and there are keys for what stood in it'

/** How the files of logs and keys are opened. */
export interface FileOpeners {
  readonly openKeys: OpenKeyFile
  readonly openLog: (log: LogName, file: string) => E.Either<StoreUnavailable, SqliteLog>
}

/**
 * Opens logs and keys of a data folder, and makes those of a new one: ring and keys before the logs, so that where
 * there is a log there are its keys. A part that fails leaves none open for long: the process ends.
 */
export const truthOpenedWith =
  ({ openKeys, openLog }: FileOpeners): OpenTruth =>
  (layout) =>
  async () => {
    const ring = openRing(layout, !existsSync(layout.circulation))
    if (E.isLeft(ring)) return ring
    const keyStore = openKeysOf(layout, ring.right, openKeys)
    if (E.isLeft(keyStore)) return keyStore
    const isMissing = !existsSync(layout.circulation) || !existsSync(layout.persons)
    const there = await notLost(isMissing, lost, keyStore.right)()
    if (E.isLeft(there)) return there
    return pipe(
      E.Do,
      E.bindW('circulation', () => openLog('circulation', layout.circulation)),
      E.bindW('persons', () => openLog('persons', layout.persons)),
      E.map(({ circulation, persons }) => ({
        logs: { circulation: circulation.events, persons: persons.events },
        checkpoints: () => circulation.checkpoints,
        ring: ring.right,
        keyStore: keyStore.right,
        coordination: coordinationInProcess(machineClock),
        remarks: [],
        rewrite: TE.right(undefined),
      })),
    )
  }

/** Every write is durable before it is answered. */
export const truthInFolder = truthOpenedWith({
  openKeys: openKeyStore,
  openLog: (_log, file) => openSqliteLog(file),
})

/** What is answered becomes durable together, with the next flush of the order. */
export const bulkTruthInFolder = (order: BulkOrder): OpenTruth =>
  truthOpenedWith({ openKeys: openBulkKeyStore(order), openLog: openBulkLog(order) })

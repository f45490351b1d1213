import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { LogName } from '../../domain/event/stream'
import type { Checkpoints } from '../../domain/ports/checkpoints'
import type { EventStore, StoreUnavailable } from '../../domain/ports/event-store'
import type { Unavailable } from '../../domain/ports/keys'
import type { ReadModels } from '../../projections/kernel/read-models'
import { readModels } from '../../projections/registry'
import type { KekRing } from '../../retention/keys/kek-ring'
import type { KeyStore } from '../../retention/keys/key-store'
import { unavailable } from '../../retention/keys/unavailable'
import type { Schedule } from '../../retention/schedule/schedule'
import { openSqliteLog } from '../eventstore/sqlite/store'
import type { Layout } from '../folder/layout'
import { openReadModels } from '../readmodels/sqlite/read-models'
import { openSchedule } from '../schedule/sqlite/sqlite-schedule'
import { openDisposable } from '../sqlite/open'
import { forDisposable } from '../sqlite/settings'
import { openKeysOf, openRing } from './open-keys'

/** Every store of a data folder. */
export interface Stores {
  readonly logs: Readonly<Record<LogName, EventStore>>
  readonly checkpoints: Checkpoints
  readonly ring: KekRing
  readonly keyStore: KeyStore
  readonly schedule: Schedule
  readonly views: ReadModels
}

export type StoreTrouble = StoreUnavailable | Unavailable | { readonly _tag: 'TooOpen' }

/** A disposable file of another key, or a damaged one, is thrown away: it is folded anew. So is one that is gone. */
const disposable = <A>(file: string, open: (file: string) => E.Either<StoreUnavailable, A>) =>
  pipe(
    open(file),
    E.orElse(() => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      return open(file)
    }),
  )

/** A log that is missing where keys have been made is never made anew: they were made for what stands in it. */
const logsLost = async (layout: Layout, keyStore: KeyStore): Promise<Unavailable | undefined> => {
  if (existsSync(layout.circulation) && existsSync(layout.persons)) return undefined
  const counted = await keyStore.count()
  if (E.isLeft(counted)) return counted.left
  return counted.right.living + counted.right.fenced === 0
    ? undefined
    : unavailable('a log (circulation.db or persons.db) is missing, and there are keys for what stood in it')
}

/**
 * Opens every store of a folder, and makes those of a new one: ring and keys before the logs, so that where there is a
 * log there are its keys. A part that fails leaves none open for long: the process ends.
 */
export const openStores = (layout: Layout) => async (): Promise<E.Either<StoreTrouble, Stores>> => {
  const ring = openRing(layout)
  if (E.isLeft(ring)) return ring
  const viewKey = await ring.right.readModelKey(ring.right.current())()
  if (E.isLeft(viewKey)) return viewKey
  const keyStore = openKeysOf(layout, ring.right)
  if (E.isLeft(keyStore)) return keyStore
  const lost = await logsLost(layout, keyStore.right)
  if (lost !== undefined) return E.left(lost)
  return pipe(
    E.Do,
    E.bindW('circulation', () => openSqliteLog(layout.circulation)),
    E.bindW('persons', () => openSqliteLog(layout.persons)),
    E.bindW('schedule', () => disposable(layout.schedule, openSchedule(viewKey.right))),
    E.bindW('views', () =>
      disposable(layout.views, (file) =>
        pipe(openDisposable(viewKey.right)(forDisposable)(file), E.flatMap(openReadModels(readModels))),
      ),
    ),
    E.map(({ circulation, persons, schedule, views }) => ({
      logs: { circulation: circulation.events, persons: persons.events },
      checkpoints: circulation.checkpoints,
      ring: ring.right,
      keyStore: keyStore.right,
      schedule,
      views,
    })),
  )
}

/** Closes what can be thrown away first, then keys, then the logs. */
export const closeStores = async ({ views, schedule, keyStore, logs }: Stores): Promise<void> => {
  views.close()
  schedule.close()
  await keyStore.close()
  await logs.circulation.close()
  await logs.persons.close()
}

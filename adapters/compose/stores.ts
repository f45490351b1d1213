import { rmSync } from 'node:fs'
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
import type { Schedule } from '../../retention/schedule/schedule'
import { openSqliteLog } from '../eventstore/sqlite/store'
import type { Layout } from '../folder/layout'
import { makeKekRingIn, openKekRing } from '../kek-ring/files/open-kek-ring'
import { openKeyStore } from '../keystore/sqlite/open-key-store'
import { openReadModels } from '../readmodels/sqlite/read-models'
import { openSchedule } from '../schedule/sqlite/sqlite-schedule'
import { openDisposable } from '../sqlite/open'
import { forDisposable } from '../sqlite/settings'

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

const ringIn = (layout: Layout, isNew: boolean) => (isNew ? makeKekRingIn(layout.ring) : openKekRing(layout.ring))

/** A disposable file of another key, or a damaged one, is thrown away: it is folded anew. */
const disposable = <A>(file: string, open: (file: string) => E.Either<StoreUnavailable, A>) =>
  pipe(
    open(file),
    E.orElse(() => {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
      return open(file)
    }),
  )

/** Opens every store of a folder, and makes those of a new one. A part that fails leaves none open for long: the process ends. */
export const openStores = (layout: Layout, isNew: boolean) => async (): Promise<E.Either<StoreTrouble, Stores>> => {
  const ring = ringIn(layout, isNew)
  if (E.isLeft(ring)) return ring
  const viewKey = await ring.right.readModelKey(ring.right.current())()
  if (E.isLeft(viewKey)) return viewKey
  return pipe(
    E.Do,
    E.bindW('circulation', () => openSqliteLog(layout.circulation)),
    E.bindW('persons', () => openSqliteLog(layout.persons)),
    E.bindW('keyStore', () => openKeyStore(ring.right.library)(layout.keys)),
    E.bindW('schedule', () => disposable(layout.schedule, openSchedule(viewKey.right))),
    E.bindW('views', () =>
      disposable(layout.views, (file) =>
        pipe(openDisposable(viewKey.right)(forDisposable)(file), E.flatMap(openReadModels(readModels))),
      ),
    ),
    E.map(({ circulation, persons, keyStore, schedule, views }) => ({
      logs: { circulation: circulation.events, persons: persons.events },
      checkpoints: circulation.checkpoints,
      ring: ring.right,
      keyStore,
      schedule,
      views,
    })),
  )
}

import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { machineClock } from '../../system/clock/machine-clock'
import { coordinationInProcess } from '../../processes/coordination/memory/coordination'
import { withRecentEvents } from '../../stores/eventstore/with-recent-events'
import { openSqliteLog } from '../../stores/eventstore/sqlite/store'
import { notLost } from './not-lost'
import { openKeysOf, openRing } from './open-keys'
import type { OpenTruth } from './truth'

const lost = 'a log (circulation.db or persons.db) is missing, and there are keys for what stood in it'

/**
 * Opens logs and keys of a data folder, and makes those of a new one: ring and keys before the logs, so that where
 * there is a log there are its keys. A part that fails leaves none open for long: the process ends.
 */
export const truthInFolder: OpenTruth = (layout) => async () => {
  const ring = openRing(layout, !existsSync(layout.circulation))
  if (E.isLeft(ring)) return ring
  const keyStore = openKeysOf(layout, ring.right)
  if (E.isLeft(keyStore)) return keyStore
  const isMissing = !existsSync(layout.circulation) || !existsSync(layout.persons)
  const there = await notLost(isMissing, lost, keyStore.right)()
  if (E.isLeft(there)) return there
  const opened = pipe(
    E.Do,
    E.bindW('circulation', () => openSqliteLog(layout.circulation)),
    E.bindW('persons', () => openSqliteLog(layout.persons)),
  )
  if (E.isLeft(opened)) return opened
  const { circulation, persons } = opened.right
  const logs = {
    circulation: await withRecentEvents(circulation.events),
    persons: await withRecentEvents(persons.events),
  }
  return E.right({
    logs,
    checkpoints: () => circulation.checkpoints,
    ring: ring.right,
    keyStore: keyStore.right,
    coordination: coordinationInProcess(machineClock),
    remarks: [],
    rewrite: TE.right(undefined),
  })
}

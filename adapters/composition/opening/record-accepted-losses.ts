import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { ScopeLost } from '../../../domain/erasure/events/scope-lost'
import { canonicalJson } from '../../../domain/event/canonical-json'
import { logNames, type LogName, type StreamName } from '../../../domain/event/stream'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { StoreUnavailable, StoredEvent } from '../../../domain/ports/event-store'
import type { Random } from '../../../domain/ports/random'
import type { EventId, LossId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { catchStoreErrors } from '../../processes/catch-store-errors'
import {
  readAcceptedKeyLosses,
  removeAcceptedLosses,
  type AcceptedKeyLoss,
} from '../../stores/data-folder/accepted-losses'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { LibraryStores } from '../stores/library-stores'

/** What the recording of losses needs. */
export interface AcceptedKeyLossDependencies {
  readonly stores: Pick<LibraryStores, 'logs' | 'schedule'>
  readonly clock: Pick<LibraryClock, 'today'>
  readonly random: Pick<Random, 'uuid'>
}

/** Events of one append. */
const batchSize = 500

const lossEvent = (
  { clock, random }: AcceptedKeyLossDependencies,
  log: LogName,
  loss: LossId,
  { scope, class: name }: AcceptedKeyLoss,
): StoredEvent => {
  const { type, open } = ScopeLost({ loss, scope, class: name, role: 'administrator', reason: 'olderKeysRestored' }, {})
  const today = clock.today()
  const recorded = log === 'persons' ? monthOf(today) : today
  const id = random.uuid() as EventId
  return { id, type, version: 1, recorded, open: canonicalJson(open), sealed: new Uint8Array(0) }
}

const appendLosses = async (
  dependencies: AcceptedKeyLossDependencies,
  log: LogName,
  losses: ReadonlyArray<AcceptedKeyLoss>,
): Promise<E.Either<StoreUnavailable, void>> => {
  const { stores, random } = dependencies
  for (let at = 0; at < losses.length; at += batchSize) {
    const loss = random.uuid() as LossId
    const events = losses.slice(at, at + batchSize).map((lost) => lossEvent(dependencies, log, loss, lost))
    const appended = await stores.logs[log].append(`loss-${loss}` as StreamName, 'none', events)()
    if (E.isRight(appended)) continue
    const { left } = appended
    return E.left(
      left._tag === 'StoreUnavailable'
        ? left
        : { _tag: 'StoreUnavailable', store: log, reason: `a loss cannot be recorded (${left._tag})` },
    )
  }
  return E.right(undefined)
}

/**
 * Records in each log the scopes whose loss an administrator has accepted at a restore, by random id, and removes the file
 * that names them. Call it after the schedule has read both logs: what is recorded, erased or unknown is left out, so that
 * a repetition after a crash adds nothing twice. Answers whether it has recorded any.
 */
export const recordAcceptedLosses = (
  layout: DataFolderLayout,
  dependencies: AcceptedKeyLossDependencies,
): TaskEither<StoreUnavailable, boolean> =>
  catchStoreErrors(async (): Promise<E.Either<StoreUnavailable, boolean>> => {
    const { schedule } = dependencies.stores
    const losses = readAcceptedKeyLosses(layout).filter(
      ({ scope }) => schedule.findScope(scope) !== undefined && !schedule.isEnded(scope) && !schedule.isLost(scope),
    )
    for (const log of logNames) {
      const ofLog = losses.filter((lost) => lost.log === log)
      const recorded = await appendLosses(dependencies, log, ofLog)
      if (E.isLeft(recorded)) return recorded
    }
    removeAcceptedLosses(layout)
    return E.right(losses.length > 0)
  })

import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { destroyErasedKeysBroughtBackByRestore } from './destroy-erased-keys-brought-back-by-restore'
import { checkLivingKeysExist } from './check-living-keys-exist'
import type { ViewsDamaged } from './damaged-views'
import {
  schedulePositions,
  haveReadModelsFoldedRefusedErasures,
  type SchedulePositions,
} from './have-read-models-folded-refused-erasures'
import { checkLogsNotTruncated } from './check-logs-not-truncated'
import { recordAcceptedLosses, type AcceptedKeyLossDependencies } from './record-accepted-losses'
import { rewrapRestoredKeys } from './rewrap-restored-keys'
import type { LibraryStores } from '../stores/library-stores'
import type { OpenStoresError } from '../stores/primary-stores'

const alarmIfMissing = <A>(check: TE.TaskEither<Unavailable, A>, alarm: (kind: string) => void) =>
  pipe(
    check,
    TE.mapLeft((error) => {
      alarm('KeyMissing')
      return error
    }),
  )

/** Every scope with a certificate has a fenced row. One without is found by its certificate later; this is quick. */
const alarmIfRowsAreMissing = ({ keyStore, schedule }: LibraryStores, alarm: (kind: string) => void) =>
  pipe(
    keyStore.count,
    TE.map(({ fenced }) => {
      if (fenced < schedule.countErased()) alarm('FencedRowMissing')
    }),
  )

const requireOwnFolds = (stores: LibraryStores, before: SchedulePositions): TE.TaskEither<ViewsDamaged, void> =>
  TE.fromIOEither(() =>
    haveReadModelsFoldedRefusedErasures(stores, before) ? E.left({ _tag: 'ViewsDamaged' }) : E.right(undefined),
  )

type Alarm = (kind: string) => void

/** A key may be missing whose loss the log records. */
const requireLivingKeys = (stores: LibraryStores, alarm: Alarm) =>
  alarmIfMissing(checkLivingKeysExist(stores, stores.schedule.isLost), alarm)

type CatchUpSchedule = TE.TaskEither<EventReadError, void>

/** Records the losses that an administrator has accepted, and folds what was recorded. */
const recordLosses = (
  layout: DataFolderLayout,
  dependencies: AcceptedKeyLossDependencies,
  catchUpSchedule: CatchUpSchedule,
) =>
  pipe(
    recordAcceptedLosses(layout, dependencies),
    TE.chainW((isAny) => (isAny ? catchUpSchedule : TE.right(undefined))),
  )

/** Destroys the keys of erased scopes that a restored key store has. */
const destroyErasedKeys = (stores: LibraryStores, alarm: Alarm) =>
  pipe(
    // Changed events from before the codes do not tell which keys are erased.
    stores.warnings.includes('OlderEventsChanged') ? TE.right(0) : destroyErasedKeysBroughtBackByRestore(stores),
    TE.chainFirstW(() => alarmIfRowsAreMissing(stores, alarm)),
    TE.map((destroyed) => {
      if (destroyed > 0) alarm('ErasedKeysWereBack')
    }),
  )

/** Wraps the keys of retired epochs, which a restored key store has, in the current one. */
const rewrapOlderKeys = (stores: LibraryStores, catchUpSchedule: CatchUpSchedule, alarm: Alarm) =>
  pipe(
    rewrapRestoredKeys(stores, catchUpSchedule, alarm),
    TE.map((rewrapped) => {
      if (rewrapped > 0) alarm('KeysWereRestored')
    }),
  )

/**
 * Checks the stores before anything sealed is opened: the logs are not truncated, the schedule has caught up with them
 * (so that every erasure is known before a key is fetched), the keys of living scopes exist, and those of erased scopes
 * do not. Read models that have folded what the schedule refuses are folded anew.
 */
export const checkStoresAtStart = (
  layout: DataFolderLayout,
  stores: LibraryStores,
  catchUpSchedule: CatchUpSchedule,
  { alarm, ...others }: Omit<AcceptedKeyLossDependencies, 'stores'> & { readonly alarm: Alarm },
): TE.TaskEither<FolderError | OpenStoresError | EventReadError | ViewsDamaged, void> => {
  const before = schedulePositions(stores)
  return pipe(
    checkLogsNotTruncated(layout, stores),
    TE.chainW(() => catchUpSchedule),
    TE.chainW(() => requireOwnFolds(stores, before)),
    TE.chainW(() => recordLosses(layout, { stores, ...others }, catchUpSchedule)),
    TE.chainW(() => requireLivingKeys(stores, alarm)),
    TE.chainW(() => destroyErasedKeys(stores, alarm)),
    TE.chainW(() => rewrapOlderKeys(stores, catchUpSchedule, alarm)),
  )
}

import { rmSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { catchStoreErrors } from '../../processes/catch-store-errors'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { FailingPartRegistry, SystemPartName } from '../../processes/failures/failing-system-part-registry'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { removeDatabase } from '../../stores/sqlite/sqlite-file-removal'
import { isDamageReason, isSqliteSystemFailure, sqliteUnavailable } from '../../stores/sqlite/sqlite-failure'

/** A page of the read models or of the schedule is damaged: both can be folded from the logs again. */
export interface ViewsDamaged {
  readonly _tag: 'ViewsDamaged'
}

const viewsDamaged: E.Either<ViewsDamaged, never> = E.left({ _tag: 'ViewsDamaged' })

const isViewsDamaged = (error: { readonly _tag: string }): error is ViewsDamaged => error._tag === 'ViewsDamaged'

const views: ReadonlySet<SystemPartName> = new Set(['readModels', 'schedule'])

type FilesOfViews = Pick<DataFolderLayout, 'readModels' | 'schedule' | 'logDigests' | 'trees' | 'damagedEvents'>

/**
 * Removes the read models, the schedule, the digests and trees of the logs, and the list of events that they were folded without.
 * None may be open.
 */
export const removeFilesFoldedFromLogs = (layout: FilesOfViews): void => {
  for (const file of [layout.readModels, layout.schedule, layout.logDigests, layout.trees]) removeDatabase(file)
  rmSync(layout.damagedEvents, { force: true })
}

const areViewsDamaged = ({ list }: Pick<FailingPartRegistry, 'list'>): boolean =>
  list().some(({ part, reason }) => views.has(part) && isDamageReason(reason))

/** Removes closed read models and a closed schedule that were found damaged in use: the next opening folds them anew. */
export const discardDamagedViews = (
  layout: DataFolderLayout,
  failingParts: Pick<FailingPartRegistry, 'list'>,
): void => {
  if (areViewsDamaged(failingParts)) removeFilesFoldedFromLogs(layout)
}

/**
 * Answers `ViewsDamaged` when a task of the opening failed because the read models or the schedule are damaged; nothing
 * else decides that. The logs never throw an error of the driver, so one that is thrown is of the schedule: when it is
 * not damage, it is answered as that of its store.
 */
export const catchDamagedViews =
  (failingParts: Pick<FailingPartRegistry, 'list'>) =>
  <Err, A>(task: TaskEither<Err, A>): TaskEither<Err | StoreUnavailable | ViewsDamaged, A> =>
  async () => {
    try {
      const answer = await catchStoreErrors(task)()
      return E.isLeft(answer) && areViewsDamaged(failingParts) ? viewsDamaged : answer
    } catch (error) {
      if (!isSqliteSystemFailure(error)) throw error
      const unavailable = sqliteUnavailable(error)
      return isDamageReason(unavailable.reason) ? viewsDamaged : E.left({ ...unavailable, store: 'schedule' })
    }
  }

const stillDamaged: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the read models or the schedule were made anew and are damaged again: the disk gives back wrong bytes',
}

const asError = <Err extends { readonly _tag: string }>(error: Err | ViewsDamaged): Err | StoreUnavailable =>
  isViewsDamaged(error) ? stillDamaged : error

/** Opens a library. When its read models or its schedule are damaged, removes them and opens it once more. */
export const openRebuildingDamagedViews =
  (layout: DataFolderLayout, alarm: AlarmReporter) =>
  <Err extends { readonly _tag: string }, A>(
    open: TaskEither<Err | ViewsDamaged, A>,
  ): TaskEither<Err | StoreUnavailable, A> =>
  async () => {
    const opened = await open()
    if (E.isRight(opened) || !isViewsDamaged(opened.left)) return E.mapLeft(asError<Err>)(opened)
    alarm('ViewsMadeAnew')
    removeFilesFoldedFromLogs(layout)
    return E.mapLeft(asError<Err>)(await open())
  }

import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { DerivedStores } from '../stores/open-derived-stores'
import type { PrimaryStores } from '../stores/primary-stores'

type ReadStores = Pick<PrimaryStores, 'logs'> & Pick<DerivedStores, 'schedule' | 'readModels'>

/** The log that ends before the last event that was read from it; undefined when both reach as far as they were read. */
export const findTruncatedLog = async ({ logs, schedule, readModels }: ReadStores): Promise<LogName | undefined> => {
  for (const log of logNames) {
    const head = (await logs[log].head()) ?? ''
    const lastRead = [schedule.position(log) ?? '', readModels.checkpoint(log) ?? ''].sort().at(-1) ?? ''
    if (lastRead > head) return log
  }
  return undefined
}

/**
 * Checks that both logs reach at least as far as they were read. A log that was lost, or restored from an older backup,
 * must stop the library: projectors would skip the events appended to it now.
 */
export const checkLogsNotTruncated =
  ({ root }: DataFolderLayout, stores: ReadStores): TaskEither<FolderError, void> =>
  async () => {
    const log = await findTruncatedLog(stores)
    return log === undefined
      ? E.right(undefined)
      : E.left({
          _tag: 'FolderDamaged',
          folder: root,
          reason: `the log of ${log} ends before the last event that was read from it. Restore its newest copy. If no newer copy exists, remove the folder views: the missing events are lost`,
        })
  }

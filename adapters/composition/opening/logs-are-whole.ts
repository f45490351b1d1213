import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { logNames } from '../../../domain/event/stream'
import type { FolderError } from '../../stores/data-folder/folder-error'
import type { Layout } from '../../stores/data-folder/layout'
import type { Stores } from '../stores'

/**
 * Whether both logs reach as far as they were read: a log that was lost, or put back from an older backup, must stop
 * the library, since what is written to it now would be passed over.
 */
export const logsAreWhole =
  (
    { root }: Layout,
    { logs, schedule, views }: Pick<Stores, 'logs' | 'schedule' | 'views'>,
  ): TaskEither<FolderError, void> =>
  async () => {
    for (const log of logNames) {
      const head = (await logs[log].head()) ?? ''
      const read = [schedule.position(log) ?? '', views.checkpoint(log) ?? ''].sort().at(-1) ?? ''
      if (read > head)
        return E.left({
          _tag: 'FolderDamaged',
          folder: root,
          reason: `the log of ${log} ends before what has been read of it. Put back its newest copy; if there is none newer, remove the folder views, and what is missing is lost`,
        })
    }
    return E.right(undefined)
  }

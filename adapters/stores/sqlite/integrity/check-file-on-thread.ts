import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { isDamageReason } from '../sqlite-failure'
import { startThread } from '../writer-thread/start-thread'
import { startWriterThread } from '../writer-thread/start-writer-thread'
import type { FileDamage } from './find-file-damage'
import type { IntegrityProtocol } from './integrity-thread'

/** When SQLite itself meets a damaged page, or no schema, it ends the check with an error. */
const unreadable: FileDamage = { indexes: [], beyondIndexes: true }

/**
 * Checks a file on a thread of its own. Answers what is damaged, undefined for nothing; StoreUnavailable when the file
 * could not be checked. The thread cannot be ended before the check has ended.
 */
export const checkFileOnThread =
  (file: string): TaskEither<StoreUnavailable, FileDamage | undefined> =>
  async () => {
    const thread = startWriterThread<string, IntegrityProtocol>(
      (setup) => startThread(__dirname, 'integrity-thread', { workerData: setup, transferList: [setup.port] }),
      file,
    )
    const checked = await thread.submit('check', () => undefined)
    await thread.close()
    return E.isLeft(checked) && isDamageReason(checked.left.reason) ? E.right(unreadable) : checked
  }

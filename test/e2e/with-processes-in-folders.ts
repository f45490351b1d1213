import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import type { PrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { Day } from '../../domain/values/day'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import type { ShareStores } from './with-processes-on'

/** Processes that share stores, each with a folder of its own. */
export interface ProcessesInFolders {
  readonly storesOf: (process: string) => Promise<PrimaryStores>
  /** Opens a library in the folder of a process, which stays when the library is closed. */
  readonly open: (process: string, stores?: PrimaryStores) => Promise<RunningLibrary>
}

/** Runs a test with processes that share stores. Their clocks begin at a day. Closes what is open at the end. */
export const withProcessesInFolders =
  (share: ShareStores, startOn: Day) =>
  (use: (processes: ProcessesInFolders) => Promise<void>): Promise<void> =>
    withTemporaryFolder(async (folder) => {
      const { storesOf } = await share()
      const closings: Array<() => Promise<void>> = []
      const open: ProcessesInFolders['open'] = async (process, stores) => {
        const opened = stores ?? (await storesOf(process))
        const library = await openLibraryIn(path.join(folder, process), {
          startOn,
          openPrimaryStores: () => TE.right(opened),
        })
        let closed: Promise<void> | undefined
        const close = (): Promise<void> => (closed ??= library.close())
        closings.push(close)
        return { ...library, close }
      }
      try {
        await use({ storesOf, open })
      } finally {
        for (const close of closings) await close()
      }
    })

import * as TE from 'fp-ts/TaskEither'
import type { OpenRunningLibraryOptions } from '../../adapters/composition/open-running-library-options'
import { closePrimaryStores, type PrimaryStores } from '../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { defaultLibraryPolicy, type Policy } from '../../domain/policy/policy'
import { samePolicyEachDay } from '../../domain/policy/policy-by-day'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'

/** Stores that processes share. */
interface SharedStores {
  readonly storesOf: (process: string) => Promise<PrimaryStores>
  /** Ends the leases that are held, where the test can do that. Elsewhere they end by themselves. */
  readonly endLeases: () => void
  /** Gets the alarms of their libraries; by default each alarm fails the test. */
  readonly alarm?: OpenRunningLibraryOptions['alarm']
}

/** How processes open the stores that they share. */
export type ShareStores = () => Promise<SharedStores>

/** Opens the shared stores of a process by its name, and a library on them. */
export interface Processes {
  readonly storesFor: (process: string) => Promise<PrimaryStores>
  readonly open: (stores: PrimaryStores) => Promise<RunningLibrary>
  readonly endLeases: () => void
}

/** Makes close() idempotent: a test may close a library before its end. */
const closeOnlyOnce = (library: RunningLibrary): RunningLibrary => {
  let closed: Promise<void> | undefined
  return { ...library, close: () => (closed ??= library.close()) }
}

/** Several libraries on shared stores, each with its own folder. */
export const withProcessesOn =
  (shareStores: ShareStores) =>
  async (use: (processes: Processes) => Promise<void>, policy: Policy = defaultLibraryPolicy): Promise<void> => {
    const opened: Array<() => Promise<void>> = []
    const { storesOf, endLeases, alarm } = await shareStores()
    const unopened = new Map<PrimaryStores['logs'], PrimaryStores>()
    const storesFor = async (process: string): Promise<PrimaryStores> => {
      const shared = await storesOf(process)
      unopened.set(shared.logs, shared)
      return shared
    }
    const open = (shared: PrimaryStores): Promise<RunningLibrary> =>
      new Promise((resolve, reject) => {
        unopened.delete(shared.logs)
        const inFolder = withTemporaryFolder(async (folder) => {
          const library = closeOnlyOnce(
            await openLibraryIn(folder, {
              policy: samePolicyEachDay(policy),
              openPrimaryStores: () => TE.right(shared),
              ...(alarm === undefined ? {} : { alarm }),
            }),
          )
          resolve(library)
          await new Promise<void>((end) => {
            opened.push(async () => {
              await library.close()
              end()
              await inFolder
            })
          })
        })
        inFolder.catch(reject)
      })
    try {
      await use({ storesFor, open, endLeases })
    } finally {
      for (const close of opened) await close()
      for (const shared of unopened.values()) await closePrimaryStores(shared)
    }
  }

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { OpenRunningLibraryOptions } from '../../adapters/composition/open-running-library-options'
import { openStoresOnServers } from '../../adapters/composition/stores/open-stores-on-servers'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { withKurrentStandIns } from '../fixtures/kurrentdb/with-kurrent-stand-ins'
import { databasesForService } from '../fixtures/postgres/databases-for-service'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { testOpenOptions } from '../fixtures/running-library'
import type { ShareStores } from './with-processes-on'

/** On a busy machine a server may answer too late: a library reports that its part fails, and goes on. */
const alarm: OpenRunningLibraryOptions['alarm'] = (kind, details) => {
  if (kind !== 'PartFails' && kind !== 'PartWorksAgain') testOpenOptions.alarm(kind, details)
}

/** Runs tests whose processes share a cluster, two databases and the folder of the ring; each library has its own. */
export const withServersShared = (tests: (share: ShareStores) => void): void =>
  withKurrentStandIns((another) =>
    withPostgres((server) => {
      const folders: string[] = []
      afterAll(() => {
        for (const folder of folders) rmSync(folder, { recursive: true, force: true })
      })
      tests(async () => {
        const cluster = await another()
        const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-cluster-'))
        folders.push(folder)
        const places = { circulation: cluster.connectionString(), ...(await databasesForService(server())) }
        const storesOf = async (process: string) =>
          rightOrThrow(
            await openStoresOnServers(places)(
              dataFolderLayout(path.join(folder, process), path.join(folder, 'ring')),
            )(),
          )
        return { storesOf, endLeases: () => undefined, alarm }
      })
    }),
  )

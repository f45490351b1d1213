import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStoresOnServers } from '../../adapters/composition/stores/open-stores-on-servers'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { withKurrentStandIns } from '../fixtures/kurrentdb/with-kurrent-stand-ins'
import { databasesForService } from '../fixtures/postgres/databases-for-service'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { testSeveralProcesses } from './several-processes-suite'
import type { ShareStores } from './with-processes-on'

/** Long: a take-over waits for the end of the lease of the paused process. */
withKurrentStandIns((another) =>
  withPostgres((server) => {
    const folders: string[] = []
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })

    /** Each library gets a cluster and two databases; its processes share the folder of the ring. */
    const share: ShareStores = async () => {
      const cluster = await another()
      const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-cluster-'))
      folders.push(folder)
      const places = { circulation: cluster.connectionString(), ...(await databasesForService(server())) }
      const storesOf = async (process: string) =>
        rightOrThrow(
          await openStoresOnServers(places)(dataFolderLayout(path.join(folder, process), path.join(folder, 'ring')))(),
        )
      return { storesOf, endLeases: () => undefined }
    }

    testSeveralProcesses('on a cluster', share)
  }),
)

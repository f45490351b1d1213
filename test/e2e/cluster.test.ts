import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { truthElsewhere } from '../../adapters/composition/truth/truth-elsewhere'
import { layoutOf } from '../../adapters/stores/data-folder/layout'
import { withStandIns } from '../fixtures/kurrentdb/with-stand-ins'
import { databasesForService } from '../fixtures/postgres/for-service'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { right } from '../fixtures/right'
import { severalProcesses, type Share } from './several-processes'

/** Takes over from a process that stands still wait for the end of its lease. */
jest.setTimeout(60_000)

withStandIns((another) =>
  withPostgres((server) => {
    const folders: string[] = []
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })

    /** A cluster and two databases of its own for each library; its processes share the folder of the ring. */
    const share: Share = async () => {
      const cluster = await another()
      const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-cluster-'))
      folders.push(folder)
      const places = { circulation: cluster.connectionString(), ...(await databasesForService(server())) }
      return async (process) =>
        right(await truthElsewhere(places)(layoutOf(path.join(folder, process), path.join(folder, 'ring')))())
    }

    severalProcesses('on a cluster', share)
  }),
)

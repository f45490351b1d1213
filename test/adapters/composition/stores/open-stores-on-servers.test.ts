import path from 'node:path'
import * as E from 'fp-ts/Either'
import {
  openStoresOnServers,
  openStoresForMigration,
} from '../../../../adapters/composition/stores/open-stores-on-servers'
import { closePrimaryStores, type PrimaryStores } from '../../../../adapters/composition/stores/primary-stores'
import type { StoreServerAddresses } from '../../../../adapters/composition/stores/store-server-addresses'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import type { ScopeId } from '../../../../domain/values/ids'
import { randomUUID } from 'node:crypto'
import { withKurrentStandIns } from '../../../fixtures/kurrentdb/with-kurrent-stand-ins'
import { databasesForService } from '../../../fixtures/postgres/databases-for-service'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { waitUntil } from '../../../fixtures/wait-until'

const reasonOf = (opened: E.Either<object, PrimaryStores>): string =>
  E.isLeft(opened) && 'reason' in opened.left ? String(opened.left.reason) : 'it was opened'

withKurrentStandIns((startCluster) =>
  withPostgres((server) => {
    const newAddresses = async (): Promise<StoreServerAddresses> => ({
      circulation: (await startCluster()).connectionString(),
      ...(await databasesForService(server())),
    })
    const openInNewFolder = (addresses: StoreServerAddresses, open = openStoresOnServers) =>
      withTemporaryFolder((folder) => open(addresses)(dataFolderLayout(folder, path.join(folder, 'ring')))())

    const countSessions = async (url: string): Promise<number> => {
      const query = `SELECT FROM pg_stat_activity WHERE datname = '${new URL(url).pathname.slice(1)}'`
      const owner = await server().createDatabase()
      return (await server().runStatements(owner, query)).length
    }

    describe('a library on servers', () => {
      it('warns when its role may change events, and not when grant set the rights', async () => {
        const [addresses, asOwner] = [
          await newAddresses(),
          { ...(await newAddresses()), persons: await server().createDatabase() },
        ]
        for (const [stores, warnings] of [
          [rightOrThrow(await openInNewFolder(addresses)), []],
          [rightOrThrow(await openInNewFolder(asOwner)), ['RoleMayChangeEvents']],
        ] as const) {
          expect(stores.warnings).toEqual(warnings)
          await closePrimaryStores(stores)
        }
      })
    })

    describe('a library on servers that cannot be opened', () => {
      it('names the server with the error, and leaves no connection open', async () => {
        const addresses = await newAddresses()
        const keys = new URL(addresses.keys)
        keys.pathname = '/nowhere'
        expect(reasonOf(await openInNewFolder({ ...addresses, keys: keys.href }))).toMatch(
          /^KEYS: there is no such database/,
        )
        await expect(waitUntil(async () => (await countSessions(addresses.persons)) === 0)).resolves.toBeUndefined()
      })

      it('has both logs on one PostgreSQL server, under any host name', async () => {
        const addresses = await newAddresses()
        const { persons: circulation } = await databasesForService(server())
        const byAnotherName = new URL(circulation)
        byAnotherName.searchParams.set('application_name', 'another')
        byAnotherName.port = '5432'
        expect(reasonOf(await openInNewFolder({ ...addresses, circulation: byAnotherName.href }))).toMatch(
          /on one PostgreSQL server/,
        )
      })

      it('has empty logs beside a key store with keys, unless a migration is about to fill them', async () => {
        const addresses = await newAddresses()
        await withTemporaryFolder(async (folder) => {
          const layout = dataFolderLayout(folder)
          const stores = rightOrThrow(await openStoresOnServers(addresses)(layout)())
          rightOrThrow(
            await stores.keyStore.fence([{ scope: randomUUID() as ScopeId, class: 'loan' }], randomUUID() as never)(),
          )
          await closePrimaryStores(stores)
          expect(reasonOf(await openStoresOnServers(addresses)(layout)())).toMatch(/^KEYS: both logs are empty/)
          await closePrimaryStores(rightOrThrow(await openStoresForMigration(addresses)(layout)()))
        })
      })
    })
  }),
)

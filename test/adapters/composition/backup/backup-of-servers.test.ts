import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runDrill } from '../../../../adapters/composition/drill/run-drill'
import { migrateFolderToServers } from '../../../../adapters/composition/migration/migrate-folder-to-servers'
import {
  openStoresForMigration,
  openStoresOnServers,
} from '../../../../adapters/composition/stores/open-stores-on-servers'
import type { StoreServerAddresses } from '../../../../adapters/composition/stores/store-server-addresses'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { partFoldersOfBackup } from '../../../../adapters/stores/backup/backup-layout'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import type { StreamName } from '../../../../domain/event/stream'
import { lendCopy } from '../../../../domain/use-cases/lend-copy'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { Day } from '../../../../domain/values/day'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { backUpInto, eraseBorrower, restoreWith } from '../../../fixtures/backups'
import { withKurrentStandIns } from '../../../fixtures/kurrentdb/with-kurrent-stand-ins'
import { databasesForService } from '../../../fixtures/postgres/databases-for-service'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openLibraryIn } from '../../../fixtures/running-library'

const nameOf = async (library: RunningLibrary, borrower: BorrowerId): Promise<string> => {
  const [registered] = await library.showStream('persons', `borrower-${borrower}` as StreamName)
  return JSON.stringify(registered?.staff)
}

const scratchFolders = (): ReadonlyArray<string> =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('glemsom-backup-'))

withKurrentStandIns((startCluster) =>
  withPostgres((server) => {
    const newServers = async (): Promise<StoreServerAddresses> => ({
      circulation: (await startCluster()).connectionString(),
      ...(await databasesForService(server())),
    })

    /** A library on servers of its own, whose processes share the folder `ring`. */
    const withLibrary = async (
      use: (
        folder: string,
        open: (process: string) => Promise<RunningLibrary>,
        addresses: StoreServerAddresses,
      ) => Promise<void>,
    ): Promise<void> => {
      const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-'))
      const addresses = await newServers()
      const opened: RunningLibrary[] = []
      const open = async (process: string): Promise<RunningLibrary> => {
        const library = await openLibraryIn(path.join(folder, process), {
          ring: path.join(folder, 'ring'),
          openPrimaryStores: openStoresOnServers(addresses),
        })
        opened.push(library)
        return library
      }
      try {
        await use(folder, open, addresses)
      } finally {
        for (const library of opened) await library.close()
        rmSync(folder, { recursive: true, force: true })
      }
    }

    describe('The backup of a library on servers', () => {
      it('is made while it lends, becomes a data folder with everything in it, and leaves no scratch folder', () =>
        withLibrary(async (folder, open) => {
          const library = await open('one')
          await acquireOneCopy(library)
          const [first, erased] = [
            await registerNumberedBorrower(library, 1),
            await registerNumberedBorrower(library, 2),
          ]
          await eraseBorrower(library, erased)
          const before = scratchFolders()
          const backup = backUpInto(library, path.join(folder, 'backup'))
          const loan = { copy: oneCopy, borrower: first, branch: homeBranch, ...nowOnce(library) }
          rightOrThrow(await lendCopy(library.useCaseDependencies)(loan)())
          const later = await registerNumberedBorrower(library, 3)
          expect(await backup).toMatchObject({ livingKeys: expect.any(Number) })
          expect(scratchFolders().filter((name) => !before.includes(name))).toEqual([])

          const to = path.join(folder, 'restored')
          const restored = await restoreWith(folder, to, { logs: path.join(folder, 'backup') })
          expect(restored).toMatchObject({ right: { unreadable: { missing: {}, fenced: {} } } })
          const copy = await openLibraryIn(to, { ring: path.join(folder, 'ring') })
          expect(await nameOf(copy, first)).toContain('Kanariefugl 1')
          expect(await nameOf(copy, erased)).not.toContain('Kanariefugl')
          expect(JSON.stringify(await copy.checkLogs(undefined, () => undefined)())).not.toContain('"damaged":[{')
          await copy.close()
          expect(await nameOf(library, later)).toContain('Kanariefugl 3')
        }))

      it('gives back nobody who was erased since: the receipt that the processes share erases again', () =>
        withLibrary(async (folder, open) => {
          const [one, other] = [await open('one'), await open('other')]
          const borrowers = [await registerNumberedBorrower(one, 1), await registerNumberedBorrower(one, 2)] as const
          const living = await registerNumberedBorrower(one, 3)
          await backUpInto(one, path.join(folder, 'backup'))
          await eraseBorrower(one, borrowers[0])
          await eraseBorrower(other, borrowers[1])

          const to = path.join(folder, 'restored')
          rightOrThrow(await restoreWith(folder, to, { logs: path.join(folder, 'backup') }))
          const copy = await openLibraryIn(to, { ring: path.join(folder, 'ring') })
          for (const erased of borrowers) expect(await nameOf(copy, erased)).not.toContain('Kanariefugl')
          expect(await nameOf(copy, living)).toContain('Kanariefugl 3')
          await copy.close()
        }))

      it('moves to new servers when it was restored', () =>
        withLibrary(async (folder, open) => {
          const library = await open('one')
          const borrower = await registerNumberedBorrower(library, 1)
          await backUpInto(library, path.join(folder, 'backup'))
          const [to, ring, addresses] = [path.join(folder, 'restored'), path.join(folder, 'ring'), await newServers()]
          rightOrThrow(await restoreWith(folder, to, { logs: path.join(folder, 'backup') }))
          const layout = dataFolderLayout(to, ring)
          rightOrThrow(await migrateFolderToServers(layout, openStoresForMigration(addresses), () => undefined)())
          const moved = await openLibraryIn(to, { ring, openPrimaryStores: openStoresOnServers(addresses) })
          expect(await nameOf(moved, borrower)).toContain('Kanariefugl 1')
          await moved.close()
        }))

      it('is drilled like that of a folder: what was erased since opens until the horizon, and nothing afterwards', () =>
        withLibrary(async (folder, open, { keys: keysServer }) => {
          const library = await open('one')
          await acquireOneCopy(library)
          const erased = await registerNumberedBorrower(library, 1)
          await registerNumberedBorrower(library, 2)
          await backUpInto(library, path.join(folder, 'backup'))
          await eraseBorrower(library, erased)
          rightOrThrow(await library.clock.moveTo('2026-02-02' as Day, () => undefined)())
          const drill = async (inventory: string) => {
            rightOrThrow(await library.writeInventory(path.join(folder, inventory))())
            const from = partFoldersOfBackup(path.join(folder, 'backup'))
            const places = { ring: path.join(folder, 'ring'), data: path.join(folder, 'one'), keysServer }
            const request = { from, inventory: path.join(folder, inventory), ...places }
            return rightOrThrow(await runDrill(request, () => undefined)).report
          }
          expect(await drill('before')).toMatchObject({
            ...{ provesSomething: true, horizon: 'open' },
            erased: { borrower: { opened: 1, notOpened: 0 } },
          })
          await library.epochs.maintain()
          rightOrThrow(await library.clock.moveTo('2026-02-20' as Day, () => undefined)())
          await library.epochs.maintain()
          expect(await drill('after')).toMatchObject({
            ...{ destroyedEpoch: 1, horizon: 'passed', provesSomething: true },
            ...{ rows: { opened: 0 }, control: { notOpened: 0 } },
          })
        }))
    })
  }),
)

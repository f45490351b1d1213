import type { OpenRunningLibraryOptions } from '../../../../../adapters/composition/open-running-library-options'
import { migrateFolderToServers } from '../../../../../adapters/composition/migration/migrate-folder-to-servers'
import { closePrimaryStores, type OpenPrimaryStores } from '../../../../../adapters/composition/stores/primary-stores'
import { openStoresInFolder } from '../../../../../adapters/composition/stores/open-stores-in-folder'
import { dataFolderLayout } from '../../../../../adapters/stores/data-folder/data-folder-layout'
import type { Ledger } from '../../../../../adapters/imports/ledger/reading/read-ledger'
import { digestOfKeyRows, type KeyStoreDigest } from '../../../../../adapters/stores/migration/key-store-digest'
import type { LibraryMigrationResult } from '../../../../../adapters/stores/migration/migrate-library'
import type { Day } from '../../../../../domain/values/day'
import { differencesBetween, noDifferences } from '../../../../library-comparison/library-differences'
import type { RecordWithoutIds } from '../../../../library-comparison/record-without-ids'
import type { StartedKurrent } from '../../../../fixtures/kurrentdb/with-real-kurrent'
import type { PostgresServer } from '../../../../fixtures/postgres/postgres-server'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { describeOnServer } from '../../../../fixtures/describe-on-server'
import { openLibraryIn, withTemporaryFolder } from '../../../../fixtures/running-library'
import { newStoresOnServers, type CirculationServer } from './circulation-servers'
import {
  logDigests,
  importIntoNewLibrary,
  currentReadModelRecords,
  type ImportedLibrary,
} from './import-into-new-library'

/** A ledger, and the settings of its import into both kinds of stores. */
export interface StoreComparison {
  readonly ledger: () => Promise<Ledger>
  readonly server: CirculationServer
  readonly isComparedAt: (over: Day) => boolean
  readonly options?: Pick<OpenRunningLibraryOptions, 'policy'>
}

/** The same ledger in embedded stores and on servers, and the embedded library migrated to servers. */
interface ComparedLibraries {
  readonly embedded: ImportedLibrary
  readonly onServers: ImportedLibrary
  readonly migrated: LibraryMigrationResult & Pick<ImportedLibrary, 'digests' | 'rows'>
  /** The keys of the folder before the migration, and those on the servers afterwards. */
  readonly keys: { readonly before: KeyStoreDigest; readonly after: KeyStoreDigest }
}

const keyDigestIn = async (folder: string, open: OpenPrimaryStores): Promise<KeyStoreDigest> => {
  const openStores = rightOrThrow(await open(dataFolderLayout(folder))())
  const keys = rightOrThrow(await digestOfKeyRows(openStores.keyStore))
  await closePrimaryStores(openStores)
  return keys
}

const migrateToServers = async (
  folder: string,
  startedServer: StartedKurrent,
  databases: PostgresServer,
): Promise<Omit<ComparedLibraries, 'embedded' | 'onServers'>> => {
  const openStores = await newStoresOnServers(startedServer, databases)
  const before = await keyDigestIn(folder, openStoresInFolder)
  const migrated = rightOrThrow(await migrateFolderToServers(dataFolderLayout(folder), openStores, () => undefined)())
  const after = await keyDigestIn(folder, openStores)
  const library = await openLibraryIn(folder, { openPrimaryStores: openStores })
  const [rows, digests] = [await currentReadModelRecords(library, 'at the end'), await logDigests(library)]
  await library.close()
  return { migrated: { ...migrated, rows, digests }, keys: { before, after } }
}

const compare = async (
  { ledger, isComparedAt, options }: StoreComparison,
  started: StartedKurrent,
  databases: PostgresServer,
) => {
  const read = await ledger()
  return withTemporaryFolder(async (folder) => {
    const embedded = await importIntoNewLibrary(folder, read, isComparedAt, { ...options })
    const migrated = await migrateToServers(folder, started, databases)
    const openStores = await newStoresOnServers(started, databases)
    const onServers = await withTemporaryFolder((other) =>
      importIntoNewLibrary(other, read, isComparedAt, { ...options, openPrimaryStores: openStores }),
    )
    return { embedded, onServers, ...migrated }
  })
}

const durationText = ({ summary: { seconds, daysSimulated } }: ImportedLibrary): string =>
  `${seconds.toFixed(1)} s for ${String(daysSimulated)} days`

const printComparison = (
  name: string,
  { name: server }: CirculationServer,
  { embedded, onServers }: ComparedLibraries,
): void => {
  const { circulation, persons } = embedded.digests
  process.stdout.write(
    `${name}: ${String(embedded.summary.rows)} rows, ${String(circulation.events)} events of circulation and ` +
      `${String(persons.events)} of persons, ${String(embedded.rows.length)} rows of read models; ` +
      `${durationText(embedded)} on embedded stores, ${durationText(onServers)} on ${server} and PostgreSQL\n`,
  )
}

const recordsAtEnd = (rows: ReadonlyArray<RecordWithoutIds>): ReadonlyArray<RecordWithoutIds> =>
  rows.filter(({ words }) => words.startsWith('{"on":"at the end"'))

/**
 * Tests that a library is the same in embedded stores and on servers.
 *
 * The order within each stream is compared, and not the order between streams: registrations, payments and events of a
 * closing have random order, and commands and reactions of a day run concurrently. Two imports into embedded stores also
 * differ in that order.
 */
export const describeSameInBothStores = (
  name: string,
  databases: () => PostgresServer,
  comparison: StoreComparison,
): void => {
  describeOnServer(comparison.server.name, () => {
    describe(`${name}, imported into embedded stores and into stores on servers`, () => {
      let started: StartedKurrent
      let compared: ComparedLibraries
      beforeAll(async () => {
        started = await comparison.server.start()
        compared = await compare(comparison, started, databases())
        printComparison(name, comparison.server, compared)
      })
      afterAll(() => started.stop())

      it('gives the same open parts in every stream, ids aside', () => {
        const { embedded, onServers } = compared
        expect(embedded.logs.length).toBeGreaterThan(1000)
        expect(differencesBetween(embedded.logs, onServers.logs)).toEqual(noDifferences)
      })

      it('gives the same read models under the same ids, during the loans and after all erasures', () => {
        const { embedded, onServers } = compared
        expect(embedded.rows.length).toBeGreaterThan(1000)
        const everything = ({ logs, rows }: ImportedLibrary) => [...logs, ...rows]
        expect(differencesBetween(everything(embedded), everything(onServers))).toEqual(noDifferences)
      })

      it('gives the same digests, rows and ids when the embedded library is migrated to servers', () => {
        const { embedded, migrated, keys } = compared
        expect(migrated.logs).toEqual(embedded.digests)
        expect(migrated.digests).toEqual(embedded.digests)
        expect(migrated.keys).toEqual({ ...keys.before, copied: keys.before.rows })
        expect(keys.after).toEqual(keys.before)
        expect(keys.after.rows).toBeGreaterThan(embedded.summary.loans)
        expect(migrated.rows).toEqual(recordsAtEnd(embedded.rows))
      })
    })
  })
}

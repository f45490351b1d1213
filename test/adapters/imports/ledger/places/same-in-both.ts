import type { OpenOptions } from '../../../../../adapters/composition/open-system'
import { migrateFolder } from '../../../../../adapters/composition/migrating/migrate-folder'
import { closeTruth, type OpenTruth } from '../../../../../adapters/composition/truth/truth'
import { truthInFolder } from '../../../../../adapters/composition/truth/truth-in-folder'
import { layoutOf } from '../../../../../adapters/stores/data-folder/layout'
import type { Ledger } from '../../../../../adapters/imports/ledger/reading/read-ledger'
import { keyDigestOf, type KeyDigest } from '../../../../../adapters/stores/migration/key-digest'
import type { Moved } from '../../../../../adapters/stores/migration/migrate'
import type { Day } from '../../../../../domain/values/day'
import { differences, none } from '../../../../alike/differences'
import type { Said } from '../../../../alike/said'
import type { Started } from '../../../../fixtures/kurrentdb/real-server'
import type { PostgresServer } from '../../../../fixtures/postgres/server'
import { right } from '../../../../fixtures/right'
import { onServer } from '../../../../fixtures/servers'
import { openIn, withFolder } from '../../../../fixtures/system'
import { newPlaces, type EventServer } from './event-servers'
import { digestsOf, importedIn, rowsNow, type ImportedLibrary } from './imported'

/** A ledger, and how it is imported in both places. */
export interface Comparing {
  readonly ledger: () => Promise<Ledger>
  readonly server: EventServer
  readonly isLookedAt: (over: Day) => boolean
  readonly options?: Pick<OpenOptions, 'policy'>
}

/** The same ledger in both places, and the library of the first moved to the second. */
interface Compared {
  readonly embedded: ImportedLibrary
  readonly cluster: ImportedLibrary
  readonly moved: Moved & Pick<ImportedLibrary, 'digests' | 'rows'>
  /** The keys of the folder before it was moved, and those on the servers afterwards. */
  readonly keys: { readonly before: KeyDigest; readonly after: KeyDigest }
}

const keysIn = async (folder: string, open: OpenTruth): Promise<KeyDigest> => {
  const truth = right(await open(layoutOf(folder))())
  const keys = right(await keyDigestOf(truth.keyStore))
  await closeTruth(truth)
  return keys
}

const move = async (
  folder: string,
  startedOn: Started,
  databases: PostgresServer,
): Promise<Omit<Compared, 'embedded' | 'cluster'>> => {
  const truth = await newPlaces(startedOn, databases)
  const before = await keysIn(folder, truthInFolder)
  const moved = right(await migrateFolder(layoutOf(folder), truth, () => undefined)())
  const after = await keysIn(folder, truth)
  const system = await openIn(folder, { truth })
  const [rows, digests] = [await rowsNow(system, 'in the end'), await digestsOf(system)]
  await system.close()
  return { moved: { ...moved, rows, digests }, keys: { before, after } }
}

const compare = async ({ ledger, isLookedAt, options }: Comparing, started: Started, databases: PostgresServer) => {
  const read = await ledger()
  return withFolder(async (folder) => {
    const embedded = await importedIn(folder, read, isLookedAt, { ...options })
    const moved = await move(folder, started, databases)
    const truth = await newPlaces(started, databases)
    const cluster = await withFolder((other) => importedIn(other, read, isLookedAt, { ...options, truth }))
    return { embedded, cluster, ...moved }
  })
}

const took = ({ summary: { seconds, daysSimulated } }: ImportedLibrary): string =>
  `${seconds.toFixed(1)} s for ${String(daysSimulated)} days`

const tell = (name: string, { name: server }: EventServer, { embedded, cluster }: Compared): void => {
  const { circulation, persons } = embedded.digests
  process.stdout.write(
    `${name}: ${String(embedded.summary.rows)} rows, ${String(circulation.events)} events of circulation and ` +
      `${String(persons.events)} of persons, ${String(embedded.rows.length)} rows of read models; ` +
      `${took(embedded)} on embedded stores, ${took(cluster)} on ${server} and PostgreSQL\n`,
  )
}

const inTheEnd = (rows: ReadonlyArray<Said>): ReadonlyArray<Said> =>
  rows.filter(({ words }) => words.startsWith('{"on":"in the end"'))

/**
 * That a library is the same wherever its truth is kept.
 *
 * The order within each stream is compared, and not that between streams: registrations, payments and what a closing
 * asks for are given in random order, so that no log tells whose they are; the commands of a day are under way at once,
 * and reactions beside them. Two imports into embedded stores differ in it as well.
 */
export const sameInBoth = (name: string, databases: () => PostgresServer, comparing: Comparing): void => {
  onServer(comparing.server.name, () => {
    describe(`${name}, imported into embedded stores and into those of a cluster`, () => {
      let started: Started
      let compared: Compared
      beforeAll(async () => {
        started = await comparing.server.start()
        compared = await compare(comparing, started, databases())
        tell(name, comparing.server, compared)
      })
      afterAll(() => started.stop())

      it('gives the same open parts in every stream, ids aside', () => {
        const { embedded, cluster } = compared
        expect(embedded.logs.length).toBeGreaterThan(1000)
        expect(differences(embedded.logs, cluster.logs)).toEqual(none)
      })

      it('gives the same read models under the same ids, while people borrow and when all are forgotten', () => {
        const { embedded, cluster } = compared
        expect(embedded.rows.length).toBeGreaterThan(1000)
        const everything = ({ logs, rows }: ImportedLibrary) => [...logs, ...rows]
        expect(differences(everything(embedded), everything(cluster))).toEqual(none)
      })

      it('gives the same digests and the same rows, ids and all, when it is moved from the one to the other', () => {
        const { embedded, moved, keys } = compared
        expect(moved.logs).toEqual(embedded.digests)
        expect(moved.digests).toEqual(embedded.digests)
        expect(moved.keys).toEqual({ ...keys.before, copied: keys.before.rows })
        expect(keys.after).toEqual(keys.before)
        expect(keys.after.rows).toBeGreaterThan(embedded.summary.loans)
        expect(moved.rows).toEqual(inTheEnd(embedded.rows))
      })
    })
  })
}

import { cpSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import type { EventStore, RecordedEvent } from '../../domain/ports/event-store'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { allReadModels } from '../../projections/all-read-models'
import { collectEvents } from '../contract/event-store/event-store-steps'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { acquireOneCopy, nowOnce, registerNumberedBorrower } from './use-case-steps'

const borrowerNumbers = Array.from({ length: 40 }, (_, index) => index + 1)
const nextMonth = '2026-02-03' as Day

const withLibrary = async <A>(folder: string, use: (library: RunningLibrary) => Promise<A>): Promise<A> => {
  const library = await openLibraryIn(folder)
  try {
    return await use(library)
  } finally {
    await library.close()
  }
}

const moveTo = async (library: RunningLibrary, day: Day): Promise<void> => {
  rightOrThrow(await library.clock.moveTo(day, () => undefined)())
}

const personsOf = (library: RunningLibrary): Promise<ReadonlyArray<RecordedEvent>> =>
  collectEvents((library.useCaseDependencies.commandHandling.stores.persons as EventStore).readAll({}))

const registrationsIn = async (library: RunningLibrary): Promise<ReadonlyArray<string>> =>
  (await personsOf(library)).filter(({ type }) => type === 'BorrowerRegistered').map(({ stream }) => stream)

const allRows = ({ rows }: RunningLibrary) =>
  allReadModels.flatMap(({ tables }) =>
    tables.map((table) => [table.name, rows.find(table, { orderBy: [...table.key] })] as const),
  )

/** Registers forty borrowers in a month, one of whom asks to be erased; answers their streams in that order. */
const registerAll = async (library: RunningLibrary): Promise<ReadonlyArray<string>> => {
  await acquireOneCopy(library)
  const borrowers: BorrowerId[] = []
  for (const number of borrowerNumbers) borrowers.push(await registerNumberedBorrower(library, number))
  const borrower = borrowers[7] as BorrowerId
  rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
  expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
  return borrowers.map((borrower) => `borrower-${borrower}`)
}

/** Counts how often some bytes stand in a file. */
const countIn = (file: string, bytes: Buffer): number => {
  const content = readFileSync(file)
  let count = 0
  for (let at = content.indexOf(bytes); at !== -1; at = content.indexOf(bytes, at + 1)) count += 1
  return count
}

const inFile = <A>(folder: string, use: (db: Database.Database) => A): A => {
  const db = new Database(path.join(folder, 'persons.db'))
  try {
    return use(db)
  } finally {
    db.close()
  }
}

describe('a month of persons that is closed', () => {
  it('does not tell in which order borrowers registered', () =>
    withTemporaryFolder((folder) =>
      withLibrary(folder, async (library) => {
        const registered = await registerAll(library)
        expect(await registrationsIn(library)).toEqual(registered)
        await moveTo(library, nextMonth)
        const shuffled = await registrationsIn(library)
        expect(shuffled).not.toEqual(registered)
        expect(shuffled.toSorted()).toEqual(registered.toSorted())
        await moveTo(library, '2026-03-03' as Day)
        expect(await registrationsIn(library)).toEqual(shuffled)
      }),
    ))

  it('does not tell it by the numbers of streams either, nor by bytes that were left in the file', () =>
    withTemporaryFolder((folder) =>
      withLibrary(folder, async (library) => {
        const registered = await registerAll(library)
        await moveTo(library, nextMonth)
        const persons = path.join(folder, 'persons.db')
        expect(statSync(`${persons}-wal`).size).toBeLessThan(100_000)
        const streams = inFile(folder, (db) =>
          db.prepare<[], string>(`SELECT name FROM streams WHERE name LIKE 'borrower-%' ORDER BY id`).pluck().all(),
        )
        expect(streams.toSorted()).toEqual(registered.toSorted())
        expect(streams).not.toEqual(registered)
        const ofMonth = (await personsOf(library)).filter(({ recorded }) => recorded === '2026-01')
        expect(ofMonth.length).toBeGreaterThan(40)
        for (const { id } of ofMonth)
          expect([id, countIn(persons, Buffer.from(id.replaceAll('-', ''), 'hex'))]).toEqual([id, 1])
      }),
    ))

  it('gives the same answers as before, also when all is folded anew, and its certificates verify', () =>
    withTemporaryFolder(async (folder) => {
      const rows = await withLibrary(folder, async (library) => {
        await registerAll(library)
        await moveTo(library, nextMonth)
        rightOrThrow(await library.catchUpReadModels())
        const before = allRows(library)
        rightOrThrow(await library.rebuildReadModels(() => undefined)())
        expect(allRows(library)).toEqual(before)
        expect(await library.certificates.verifyAll(() => undefined)).toMatchObject({ findings: [], unfinished: 0 })
        return before
      })
      rmSync(path.join(folder, 'views'), { recursive: true })
      await withLibrary(folder, async (library) => {
        rightOrThrow(await library.catchUpReadModels())
        expect(allRows(library)).toEqual(rows)
        expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      })
    }))

  it('is folded anew from its beginning by a process whose read models end within it', () =>
    withTemporaryFolder(async (folder) => {
      const [views, older] = [path.join(folder, 'views'), path.join(folder, 'views-of-mid-month')]
      await withLibrary(folder, async (library) => {
        for (const number of [100, 101, 102, 103, 104]) await registerNumberedBorrower(library, number)
        rightOrThrow(await library.catchUpReadModels())
      })
      cpSync(views, older, { recursive: true })
      const rows = await withLibrary(folder, async (library) => {
        await registerAll(library)
        await moveTo(library, nextMonth)
        rightOrThrow(await library.catchUpReadModels())
        return allRows(library)
      })
      rmSync(views, { recursive: true })
      cpSync(older, views, { recursive: true })
      rmSync(older, { recursive: true })
      await withLibrary(folder, async (library) => {
        rightOrThrow(await library.catchUpReadModels())
        expect(allRows(library)).toEqual(rows)
      })
    }))

  it('is shuffled with all earlier ones at once in a library of a release that did not shuffle', () =>
    withTemporaryFolder(async (folder) => {
      const before = await withLibrary(folder, async (library) => {
        await registerAll(library)
        await moveTo(library, nextMonth)
        for (const number of borrowerNumbers) await registerNumberedBorrower(library, 100 + number)
        await moveTo(library, '2026-04-03' as Day)
        return personsOf(library)
      })
      inFile(folder, (db) => db.exec('DELETE FROM checkpoints'))
      await withLibrary(folder, async (library) => {
        expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
        const after = await personsOf(library)
        for (const month of ['2026-01', '2026-02']) {
          const idsOf = (events: ReadonlyArray<RecordedEvent>) =>
            events.filter(({ recorded }) => recorded === month).map(({ id }) => id)
          expect(idsOf(after)).not.toEqual(idsOf(before))
          expect(idsOf(after).toSorted()).toEqual(idsOf(before).toSorted())
        }
        const months = after.map(({ recorded }) => recorded)
        expect(months).toEqual(months.toSorted())
      })
    }))

  it('is shuffled by the next run when the process was killed right after it had closed the month', () =>
    withTemporaryFolder(async (folder) => {
      const closed = await withLibrary(folder, async (library) => {
        await registerAll(library)
        await moveTo(library, nextMonth)
        return registrationsIn(library)
      })
      inFile(folder, (db) => db.exec('DELETE FROM checkpoints'))
      await withLibrary(folder, async (library) => {
        expect(await registrationsIn(library)).toEqual(closed)
        expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
        const shuffled = await registrationsIn(library)
        expect(shuffled).not.toEqual(closed)
        expect(shuffled.toSorted()).toEqual(closed.toSorted())
      })
    }))
})

import { readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '../../domain/values/day'
import { allReadModelRows } from '../fixtures/in-memory-read-models'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { moveClockTo, registerNumberedBorrower } from './use-case-steps'
import { withPersonsFile, nextMonth, personsOf, registerFortyBorrowers, registrationsIn } from './shuffled-month-steps'
import { copyWithModes } from '../fixtures/copy-with-modes'

/** Counts how often some bytes stand in a file. */
const countIn = (file: string, bytes: Buffer): number => {
  const content = readFileSync(file)
  let count = 0
  for (let at = content.indexOf(bytes); at !== -1; at = content.indexOf(bytes, at + 1)) count += 1
  return count
}

describe('a month of persons that is closed', () => {
  it('does not tell in which order borrowers registered', () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(folder, async (library) => {
        const registered = await registerFortyBorrowers(library)
        expect(await registrationsIn(library)).toEqual(registered)
        await moveClockTo(library, nextMonth)
        const shuffled = await registrationsIn(library)
        expect(shuffled).not.toEqual(registered)
        expect(shuffled.toSorted()).toEqual(registered.toSorted())
        await moveClockTo(library, '2026-03-03' as Day)
        expect(await registrationsIn(library)).toEqual(shuffled)
      }),
    ))

  it('does not tell it by the numbers of streams either, nor by bytes that were left in the file', () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(folder, async (library) => {
        const registered = await registerFortyBorrowers(library)
        await moveClockTo(library, nextMonth)
        const persons = path.join(folder, 'persons.db')
        expect(statSync(`${persons}-wal`).size).toBeLessThan(100_000)
        const streams = withPersonsFile(folder, (db) =>
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
      const rows = await withLibraryIn(folder, async (library) => {
        await registerFortyBorrowers(library)
        await moveClockTo(library, nextMonth)
        rightOrThrow(await library.catchUpReadModels())
        const before = allReadModelRows(library)
        rightOrThrow(await library.rebuildReadModels(() => undefined)())
        expect(allReadModelRows(library)).toEqual(before)
        expect(await library.certificates.verifyAll(() => undefined)).toMatchObject({ findings: [], unfinished: 0 })
        return before
      })
      rmSync(path.join(folder, 'views'), { recursive: true })
      await withLibraryIn(folder, async (library) => {
        rightOrThrow(await library.catchUpReadModels())
        expect(allReadModelRows(library)).toEqual(rows)
        expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      })
    }))

  it('is folded anew from its beginning by a process whose read models end within it', () =>
    withTemporaryFolder(async (folder) => {
      const [views, older] = [path.join(folder, 'views'), path.join(folder, 'views-of-mid-month')]
      await withLibraryIn(folder, async (library) => {
        for (const number of [100, 101, 102, 103, 104]) await registerNumberedBorrower(library, number)
        rightOrThrow(await library.catchUpReadModels())
      })
      copyWithModes(views, older, { recursive: true })
      const rows = await withLibraryIn(folder, async (library) => {
        await registerFortyBorrowers(library)
        await moveClockTo(library, nextMonth)
        rightOrThrow(await library.catchUpReadModels())
        return allReadModelRows(library)
      })
      rmSync(views, { recursive: true })
      copyWithModes(older, views, { recursive: true })
      rmSync(older, { recursive: true })
      await withLibraryIn(folder, async (library) => {
        rightOrThrow(await library.catchUpReadModels())
        expect(allReadModelRows(library)).toEqual(rows)
      })
    }))
})

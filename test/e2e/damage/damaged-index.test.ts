import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import Database from 'better-sqlite3-multiple-ciphers'
import { logRepairCommand } from '../../../adapters/composition/repair/log-repair-command'
import { exitCode } from '../../../adapters/interfaces/cli/exit-code'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { isStoreError } from '../../../adapters/stores/throwable-store-error'
import { findFileDamage } from '../../../adapters/stores/sqlite/integrity/find-file-damage'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { makeSeededRandom } from '../../forensic/simulation/seeded-random'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { borrowerIdsOf, crashCopies, lendTo, withPreparedFolder } from '../errors/prepared-folder'
import { flipIndexBit } from './flip-index-bit'
import { makeLibraryWithHistory } from './library-with-history'
import { copyWithModes } from '../../fixtures/copy-with-modes'

const indexes = ['events_by_stream', 'sqlite_autoindex_streams_1'] as const
const lentCopy = crashCopies[0] as CopyId

const logOf = (folder: string): string => path.join(folder, 'circulation.db')

/** Uses a library whose alarms do not fail the test, and closes it. */
const withLibrary = async <A>(
  folder: string,
  use: (library: RunningLibrary, alarms: ReadonlyArray<string>) => Promise<A>,
): Promise<A> => {
  const alarms: string[] = []
  const library = await openLibraryIn(
    folder,
    openOptionsWithAlarm((kind) => alarms.push(kind)),
  )
  try {
    return await use(library, alarms)
  } finally {
    await library.close()
  }
}

/** Uses a copy of a folder, whose log has one bit flipped in an index. */
const withFlippedBit = async <A>(
  folder: string,
  index: (typeof indexes)[number],
  seed: number,
  use: (folder: string, flipped: string) => Promise<A> | A,
): Promise<A> => {
  const damaged = `${folder}-damaged`
  copyWithModes(folder, damaged, { recursive: true })
  try {
    return await use(damaged, flipIndexBit(logOf(damaged), index, makeSeededRandom(seed)))
  } finally {
    rmSync(damaged, { recursive: true, force: true })
  }
}

/** Lends a copy to a borrower; false when that is refused, or the log cannot be read. */
const isLentTo = async (library: RunningLibrary, copy: CopyId, borrower: BorrowerId): Promise<boolean> => {
  const answer = await TE.tryCatch(() => lendTo(library)(copy, borrower), isStoreError)()
  if (E.isLeft(answer) && !answer.left) throw new Error('the command failed otherwise than by its store')
  return E.isRight(answer) && E.isRight(answer.right)
}

const isFound = (folder: string): boolean => {
  const db = new Database(logOf(folder), { readonly: true })
  try {
    return E.getOrElseW(() => true)(E.tryCatch(() => findFileDamage(db) !== undefined, String))
  } finally {
    db.close()
  }
}

const circulationFile = async (library: RunningLibrary) =>
  (await library.checkHealth()).files.find(({ file }) => file === 'circulation.db')

/** Checks the files as a library that serves does. */
const untilChecked = (library: RunningLibrary): Promise<void> => library.startFileChecks()

const output = {
  writeLine: () => undefined,
  writeProblem: () => undefined,
  writeNotice: () => undefined,
  showProgress: () => undefined,
  endProgress: () => undefined,
}

const repair = (folder: string) => logRepairCommand({ json: false }, dataFolderLayout(folder), output)

describe('a log in which one bit of an index is flipped', () => {
  it.each(indexes)('is found to be damaged, wherever the bit is: %s, 40 bits in turn', (index) =>
    withTemporaryFolder(async (folder) => {
      await makeLibraryWithHistory(folder)
      for (let seed = 1; seed <= 40; seed += 1)
        await withFlippedBit(folder, index, seed, (damaged, flipped) => {
          expect([flipped, isFound(damaged)]).toEqual([flipped, true])
        })
    }),
  )

  it.each(indexes)('lends no copy twice, also before it is checked: %s, 12 bits in turn', (index) =>
    withPreparedFolder(async (folder) => {
      for (let seed = 1; seed <= 12; seed += 1)
        await withFlippedBit(folder, index, seed, (damaged, flipped) =>
          withLibrary(damaged, async (library) => {
            expect([flipped, await isLentTo(library, lentCopy, borrowerIdsOf(library)[1] as BorrowerId)]).toEqual([
              flipped,
              false,
            ])
          }),
        )
    }),
  )

  it('is reported soon after the opening: health, an alarm and the check say which file, and what to do', () =>
    withPreparedFolder((folder) =>
      withFlippedBit(folder, 'events_by_stream', 3, (damaged) =>
        withLibrary(damaged, async (library, alarms) => {
          expect(await circulationFile(library)).toEqual({
            file: 'circulation.db',
            status: 'not checked yet',
            whatToDo: null,
          })
          await untilChecked(library)
          const health = await library.checkHealth()
          const file = health.files.find((each) => each.file === 'circulation.db')
          expect(file?.status).toContain('circulation.db')
          expect(file?.whatToDo).toContain('glemsom log repair')
          expect(health).toMatchObject({ ok: false, failingParts: [{ part: 'circulation', whatToDo: file?.whatToDo }] })
          expect(await library.checkProcess()).toEqual({ live: true, ready: false })
          expect(alarms).toContain('FileDamaged')
          const checked = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
          expect(checked.files).toContainEqual(file)
        }),
      ),
    ))

  it('writes nothing more once it is found, and still reads', () =>
    withPreparedFolder((folder) =>
      withFlippedBit(folder, 'events_by_stream', 3, (damaged) =>
        withLibrary(damaged, async (library) => {
          await untilChecked(library)
          const [borrower] = borrowerIdsOf(library)
          // One bit hides events of one copy; nothing is written about any other either.
          for (const copy of crashCopies.slice(1, 6))
            expect(await isLentTo(library, copy, borrower as BorrowerId)).toBe(false)
          expect(borrowerIdsOf(library)).toHaveLength(24)
        }),
      ),
    ))

  it.each(indexes)('is repaired from its tables: %s, 24 bits in turn', (index) =>
    withPreparedFolder(async (folder) => {
      for (let seed = 1; seed <= 24; seed += 1)
        await withFlippedBit(folder, index, seed, (damaged, flipped) => {
          expect([flipped, repair(damaged), isFound(damaged)]).toEqual([flipped, 0, false])
        })
    }),
  )

  it('is not repaired while the copy that an earlier repair has made would be overwritten', () =>
    withPreparedFolder((folder) =>
      withFlippedBit(folder, 'events_by_stream', 3, (damaged) => {
        const oldCopy = `${logOf(damaged)}.damaged`
        writeFileSync(oldCopy, 'old')
        const before = readFileSync(logOf(damaged))
        expect(repair(damaged)).toBe(exitCode.refused)
        expect([readFileSync(oldCopy, 'utf8'), readFileSync(logOf(damaged)).equals(before)]).toEqual(['old', true])
        rmSync(oldCopy)
        expect([repair(damaged), readdirSync(damaged).filter((name) => name.startsWith('circulation.'))]).toEqual([
          exitCode.done,
          ['circulation.db', 'circulation.db.damaged'],
        ])
      }),
    ))

  it('serves again after the repair, and knows the loan', () =>
    withPreparedFolder((folder) =>
      withFlippedBit(folder, 'events_by_stream', 3, async (damaged) => {
        expect(repair(damaged)).toBe(0)
        await withLibrary(damaged, async (library) => {
          await untilChecked(library)
          expect(await circulationFile(library)).toMatchObject({ status: 'ok' })
          const [borrower, other] = borrowerIdsOf(library)
          expect(await lendTo(library)(lentCopy, other as BorrowerId)).toMatchObject({ left: { _tag: 'Refused' } })
          rightOrThrow(await lendTo(library)(crashCopies[1] as CopyId, borrower as BorrowerId))
        })
      }),
    ))
})

import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import type { EventStore, RecordedEvent } from '../../domain/ports/event-store'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { collectEvents } from '../contract/event-store/event-store-steps'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireOneCopy, nowOnce, registerNumberedBorrower } from './use-case-steps'

export const borrowerNumbers = Array.from({ length: 40 }, (_, index) => index + 1)
export const nextMonth = '2026-02-03' as Day

export const personsOf = (library: RunningLibrary): Promise<ReadonlyArray<RecordedEvent>> =>
  collectEvents((library.useCaseDependencies.commandHandling.stores.persons as EventStore).readAll({}))

export const registrationsIn = async (library: RunningLibrary): Promise<ReadonlyArray<string>> =>
  (await personsOf(library)).filter(({ type }) => type === 'BorrowerRegistered').map(({ stream }) => stream)

/** Registers forty borrowers in a month, one of whom asks to be erased; answers their streams in that order. */
export const registerFortyBorrowers = async (library: RunningLibrary): Promise<ReadonlyArray<string>> => {
  await acquireOneCopy(library)
  const borrowers: BorrowerId[] = []
  for (const number of borrowerNumbers) borrowers.push(await registerNumberedBorrower(library, number))
  const borrower = borrowers[7] as BorrowerId
  rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
  expect(await library.retention.run()).toMatchObject({ failed: [], overdue: 0 })
  return borrowers.map((borrower) => `borrower-${borrower}`)
}

/** Reads or changes `persons.db` of a folder with a connection of its own. */
export const withPersonsFile = <A>(folder: string, use: (db: Database.Database) => A): A => {
  const db = new Database(path.join(folder, 'persons.db'))
  try {
    return use(db)
  } finally {
    db.close()
  }
}

/** Makes a closed library one whose months were never shuffled: also what it has read of them since is unknown. */
export const removeTracesOfShuffles = (folder: string): void => {
  withPersonsFile(folder, (db) => db.exec('DELETE FROM checkpoints'))
  const { logDigests } = dataFolderLayout(folder)
  for (const ending of ['', '-wal', '-shm']) rmSync(`${logDigests}${ending}`, { force: true })
}

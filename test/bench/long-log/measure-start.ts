import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { addDays } from '../../../domain/values/day'
import type { CopyId } from '../../../domain/values/ids'
import { copyById } from '../../../projections/copies/copy-queries'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { measureSideBySide, type Measurement } from '../measure-side-by-side'
import type { Stopwatch } from '../stopwatch'
import { firstCopyOfLoanLog, loanLogFirstDay, writeLoanLog, type LoanLog } from './loan-log'
import { loanLogLibrary, type LoanLogLibrary } from './open-loan-log'

const borrowers = 64

const readCopy = async (library: LoanLogLibrary, copy: CopyId): Promise<void> => {
  rightOrThrow(await library.current().catchUpReadModels())
  if (copyById(copy)(library.current().rows) === undefined) throw new Error('the copy is missing')
}

/** Opens both logs with the driver alone, and reads the position of the last event of each. */
const openAndReadHeads = ({ folder }: LoanLog): void => {
  const { circulation, persons } = dataFolderLayout(folder)
  for (const file of [circulation, persons]) {
    const db = new Database(path.resolve(file))
    db.prepare('SELECT max(position) FROM events').get()
    db.close()
  }
}

/** How often a bare round opens the logs: once takes about a millisecond. */
const bareRepetitions = 20

/** B10: opens a library whose log has so many events, and reads a copy. The rates are starts a second. */
export const measureStart =
  (stopwatch?: Stopwatch) =>
  async (folder: string, events: number, rounds: number): Promise<Measurement> => {
    const returnedOn = (loan: number) => addDays(-1 - (loan % 20))(loanLogFirstDay)
    const loanLog = await writeLoanLog(folder, borrowers, { loans: events / 2, returnedOn, parts: 'erased' })
    const library = loanLogLibrary(loanLog)
    return measureSideBySide(
      'B10 start',
      rounds,
      {
        events: 1,
        run: async () => {
          await library.open()
          await readCopy(library, firstCopyOfLoanLog)
        },
        finish: library.close,
      },
      {
        events: bareRepetitions,
        run: () => {
          for (let at = 0; at < bareRepetitions; at += 1) openAndReadHeads(loanLog)
        },
      },
      stopwatch,
    )
  }

import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { addDays } from '../../../domain/values/day'
import type { EventId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openBareLog } from '../bare-log'
import { measureSideBySide, type Measurement } from '../measure-side-by-side'
import type { Stopwatch } from '../stopwatch'
import { loanLogFirstDay, writeLoanLog, type LoanLogOptions } from './loan-log'
import { memoryOfRebuild } from './memory-of-rebuild'
import { loanLogLibrary } from './open-loan-log'

/** The size of a rebuild: the events of the log, and the rounds. */
export interface RebuildSize {
  readonly events: number
  readonly rounds: number
}

/** Events a second, and the most memory of a process that does nothing but a rebuild, in MB. */
export interface RebuildMeasurement extends Measurement {
  readonly peakMemory: number
}

const borrowers = 64
const bareStreams = 1000
const insertsAtOnce = 1000

/** An open part and sealed bytes of the size that loan events have. */
const bareEvent = () => ({
  id: randomUUID() as EventId,
  type: 'LoanReturned',
  version: 1,
  recorded: loanLogFirstDay,
  open: JSON.stringify({ branch: 'DK-785100', copy: '3274626533', loan: randomUUID(), returnedOn: loanLogFirstDay }),
  sealed: randomBytes(450),
})

/** B6: rebuilds all read models from a log, against a bare read and parse of as many events. */
export const measureRebuild =
  (parts: LoanLogOptions['parts'], stopwatch?: Stopwatch) =>
  async (folder: string, { events, rounds }: RebuildSize): Promise<RebuildMeasurement> => {
    const returnedOn = (loan: number) => addDays(-1 - (loan % 20))(loanLogFirstDay)
    const loanLog = await writeLoanLog(folder, borrowers, { loans: events / 2, returnedOn, parts })
    const library = loanLogLibrary(loanLog)
    const bare = openBareLog(path.join(folder, `${randomUUID()}.db`), bareStreams, bareEvent())
    for (let at = 0; at < events; at += insertsAtOnce) bare.insert(insertsAtOnce)
    const measured = await measureSideBySide(
      `B6 rebuild read models, parts ${parts}`,
      rounds,
      {
        events,
        prepare: library.open,
        run: async () => {
          rightOrThrow(await library.current().rebuildReadModels(() => undefined)())
        },
        finish: library.close,
      },
      { events, run: () => void bare.readAll() },
      stopwatch,
    )
    bare.close()
    return { ...measured, peakMemory: await memoryOfRebuild(loanLog.folder) }
  }

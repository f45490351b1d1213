import { addDays } from '../../../domain/values/day'
import { measureSideBySide, type Measurement } from '../measure-side-by-side'
import type { Stopwatch } from '../stopwatch'
import { openBareLending } from './bare-lending'
import { busyLibraryFirstDay, openBusyLibrary } from './busy-library'
import { lendAll, returnAll, waitUntilProcessed } from './measure-lending'

const callers = 64
const pastLoans = 10

/** Lends every copy by 64 callers in each round, against bare lending. Returning is not measured. */
export const measureLendingBesideBare =
  (stopwatch?: Stopwatch) =>
  async (folder: string, copies: number, rounds: number): Promise<Measurement> => {
    const busy = await openBusyLibrary(folder, [pastLoans], copies, copies)
    const bare = openBareLending(folder, callers)
    const [copiesWithPast] = busy.copiesByPast
    if (copiesWithPast === undefined) throw new Error('the library has no copies')
    let day = busyLibraryFirstDay
    const measured = await measureSideBySide(
      'B5 lend, 64 callers',
      rounds,
      {
        events: copies,
        run: async () => {
          await lendAll(busy, copiesWithPast, day)
          await waitUntilProcessed(busy)
        },
        finish: async () => {
          await returnAll(busy, copiesWithPast, day)
          await waitUntilProcessed(busy)
          day = addDays(1)(day)
        },
      },
      { events: copies, run: () => bare.lend(copies) },
      stopwatch,
    )
    bare.close()
    await busy.library.close()
    return measured
  }

import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { addDays } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { measureSideBySide, type Measurement } from '../measure-side-by-side'
import type { Stopwatch } from '../stopwatch'
import { openBareFencing } from './bare-fencing'
import { borrowersWhoReturnNothing, loanLogFirstDay, writeLoanLog } from './loan-log'
import { loanLogLibrary, type LoanLogLibrary } from './open-loan-log'

/** The size of the measurements of erasing. */
export interface ErasingSize {
  /** Scopes that are due on each day. One round erases one day. */
  readonly scopes: number
  readonly rounds: number
  /** Further living scopes, which are not due. */
  readonly living: number
  /** Persons who are erased on request, one after the other. */
  readonly persons: number
}

/** Scopes a second, and the ms from a person's request to the certificate. */
export interface ErasingMeasurement extends Measurement {
  /** Living scopes that are not due. */
  readonly living: number
  readonly personP50: number
  readonly personP99: number
}

/** Loans are erased so many days after their return. */
const loanDays = 30

/** Moves the clock by a day: closes the day, and erases what fell due on it. */
const closeNextDay = (library: LoanLogLibrary) => {
  let closed = 0
  return async (): Promise<void> => {
    closed += 1
    const { clock } = library.current()
    rightOrThrow(await clock.moveTo(addDays(closed)(loanLogFirstDay), () => undefined)())
  }
}

const requireErased = async (library: LoanLogLibrary, scopes: number): Promise<void> => {
  const { fenced = 0 } = await library.current().keyStoreStatus()
  if (fenced < scopes) throw new Error(`${String(fenced)} of ${String(scopes)} scopes were erased`)
}

const percentile = (sorted: ReadonlyArray<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Erases persons on request, one after the other. Answers the ms of each, sorted. */
const erasePersons = async (
  library: LoanLogLibrary,
  borrowers: ReadonlyArray<BorrowerId>,
): Promise<ReadonlyArray<number>> => {
  const { useCaseDependencies, retention } = library.current()
  const times: number[] = []
  for (const borrower of borrowers) {
    const start = performance.now()
    const at = useCaseDependencies.commandHandling.clock.now()
    rightOrThrow(await requestErasure(useCaseDependencies)({ borrower, at, origin: unkeyedOrigin })())
    const { failed, overdue } = await retention.run()
    if (failed.length > 0 || overdue > 0) throw new Error('the person was not erased')
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

/**
 * B7: erases due scopes with certificates while others live, against bare updates of as many keys in one transaction.
 */
export const measureErasing =
  (stopwatch?: Stopwatch) =>
  async (folder: string, { scopes, rounds, living, persons }: ErasingSize): Promise<ErasingMeasurement> => {
    // The first day has no due scopes, and one round warms up.
    const days = rounds + 1
    const returnedOn = (loan: number) => addDays(1 + Math.floor(loan / scopes) - loanDays)(loanLogFirstDay)
    const loanLog = await writeLoanLog(folder, Math.max(64, persons) + borrowersWhoReturnNothing(living), {
      loans: days * scopes,
      returnedOn,
      parts: 'living',
      unreturned: living,
    })
    const library = loanLogLibrary(loanLog)
    const bare = openBareFencing(folder, days * scopes)
    await library.open()
    const eraseNextDay = closeNextDay(library)
    await eraseNextDay()
    const measured = await measureSideBySide(
      `B7 erase due scopes, ${living.toLocaleString('en')} others living`,
      rounds,
      { events: scopes, run: eraseNextDay },
      { events: scopes, run: () => bare.fence(scopes) },
      stopwatch,
    )
    await requireErased(library, days * scopes)
    const times = await erasePersons(library, loanLog.borrowers.slice(0, persons))
    await library.close()
    bare.close()
    return { ...measured, living, personP50: percentile(times, 0.5), personP99: percentile(times, 0.99) }
  }

import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Random } from '../../../domain/ports/random'
import type { ServerLogInMemory } from '../../../domain/ports/server-log-in-memory'
import type { ShortTermEntry, ShortTermStore, ShortTermStoreError } from '../../../domain/ports/short-term-store'
import { hourOf } from '../../../domain/values/instant'
import { createLoggedHour, type LoggedHour } from './logged-hour'

/** Logs requests to pages that need a log-in, and counts visits of every page. It holds what the running hour brings. */
export interface ServerLogRecorder extends ServerLogInMemory {
  /** `browser`: family and major version. */
  readonly logRequest: (address: string, browser: string) => void
  readonly countVisit: (page: string) => void
  /** Puts the hours that are over into the short-term store. */
  readonly storeEndedHours: TaskEither<ShortTermStoreError, void>
  /** Puts everything there, also the running hour: when the process ends. */
  readonly storeAll: TaskEither<ShortTermStoreError, void>
}

/** How many hours wait in memory while the short-term store does not answer. Older ones are dropped. */
const waitingHoursAtMost = 24

interface RecorderDependencies {
  readonly clock: LibraryClock
  readonly random: Random
  readonly shortTerm: Pick<ShortTermStore, 'put'>
}

/** Starts with an empty hour. */
export const createServerLogRecorder = ({ clock, random, shortTerm }: RecorderDependencies): ServerLogRecorder => {
  let hours: ReadonlyArray<LoggedHour> = []
  let unstored: ReadonlyArray<ReadonlyArray<ShortTermEntry>> = []

  const isRunning = ({ day, hour }: LoggedHour): boolean => day === clock.today() && hour === hourOf(clock.now())

  const runningHour = (): LoggedHour => {
    const found = hours.find(isRunning)
    if (found !== undefined) return found
    const begun = createLoggedHour(clock.today(), hourOf(clock.now()))
    hours = [...hours, begun].slice(-waitingHoursAtMost)
    return begun
  }

  const storeItem = TE.traverseSeqArray(shortTerm.put)

  /** What could not be stored keeps its ids, so that nothing is written twice, and is tried again the next time. */
  const storeHours =
    (isDue: (hour: LoggedHour) => boolean): TaskEither<ShortTermStoreError, void> =>
    async () => {
      const due = hours.filter(isDue)
      hours = hours.filter((hour) => !isDue(hour))
      unstored = [...unstored, ...random.shuffle(due.flatMap((hour) => hour.entries(random)))]
      for (const entries of unstored) {
        const stored = await storeItem(entries)()
        if (E.isLeft(stored)) return stored
        unstored = unstored.filter((other) => other !== entries)
      }
      return E.right(undefined)
    }

  return {
    logRequest: (address, browser) => runningHour().logRequest(address, browser),
    countVisit: (page) => runningHour().countVisit(page),
    storeUntil: (until) => storeHours(({ day }) => day <= until),
    storeEndedHours: storeHours((hour) => !isRunning(hour)),
    storeAll: storeHours(() => true),
  }
}

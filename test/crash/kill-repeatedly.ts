import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { makeReplayableRandom, type ReplayableRandom } from './child/replayable-random'
import { inspectAfterKill, type Inspection } from './check/inspect-after-kill'
import { startChild, type ChildProcess, type ChildReport } from './start-child'
import { addCopiesAndBorrowers, openOptionsWithAlarm } from './crash-library'

/**
 * Every so many rounds the child shows progress before it is killed, and the inspection is full: it reads both logs and
 * rebuilds all read models.
 */
const fullInspectionEvery = 10

/** The longest time, in ms, from the first requests of all callers to the kill. */
const maxRunMs = 250

/** The inspection of a library in which nothing was lost and nothing happened twice. */
export const nothingLostOrRepeated: Inspection = {
  alarms: [],
  failures: [],
  lost: [],
  answeredAnew: [],
  logsMoved: false,
  retriedTwice: [],
  unreadable: [],
  twice: [],
  unfinished: [],
  differing: [],
  overdue: 0,
  failed: [],
  unclosedDays: 0,
  waitingFor: [],
  ok: true,
  late: [],
}

type CheckInspection = (inspection: Inspection) => void

/** Numbers over all kills. */
export interface KillStatistics {
  /** How many commands were running at each kill. */
  readonly underWay: ReadonlyArray<number>
  readonly acknowledged: number
  readonly daysClosed: number
  /** How many kills interrupted the closing of a day. */
  readonly closingsInterrupted: number
}

const withCrashLibrary = <A>(use: (folder: string) => Promise<A>): Promise<A> =>
  withTemporaryFolder(async (folder) => {
    const system = await openLibraryIn(
      folder,
      openOptionsWithAlarm(() => undefined),
    )
    await addCopiesAndBorrowers(system)
    await system.close()
    return use(folder)
  })

const killAndInspect = async (
  start: () => ChildProcess,
  random: ReplayableRandom,
  folder: string,
  count: number,
  check: CheckInspection,
): Promise<KillStatistics> => {
  const reports: ChildReport[] = []
  let child = start()
  try {
    for (let round = 1; round <= count; round++) {
      const isFullRound = round % fullInspectionEvery === 0 || round === count
      const last = await child.runAndKillAfter(random.below(maxRunMs), { showsProgress: isFullRound })
      reports.push(last)
      // The next child loads its program during the inspection.
      child = start()
      check(await inspectAfterKill(folder, last, isFullRound))
    }
  } finally {
    await child.kill()
  }
  return {
    underWay: reports.map(({ requests, outcomes }) => requests.length - outcomes.size),
    acknowledged: reports.reduce((sum, { outcomes }) => sum + outcomes.size, 0),
    daysClosed: reports.reduce((sum, { daysClosed }) => sum + daysClosed, 0),
    closingsInterrupted: reports.filter(({ wasClosing }) => wasClosing).length,
  }
}

/** Kills one library so many times, and passes the inspection after each kill to `check`. */
export const killRepeatedly = async (seed: number, count: number, check: CheckInspection): Promise<KillStatistics> => {
  const random = makeReplayableRandom(seed)
  return withCrashLibrary((folder) =>
    killAndInspect(() => startChild(folder, random.below(1_000_000_000)), random, folder, count, check),
  )
}

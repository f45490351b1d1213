import fc from 'fast-check'
import { callAtOnce, type AroundPort } from './around-ports'
import { expectCompleteBackup, expectSameAsSerial } from './race-checks'
import { raceLibrary } from './race-library'
import { noteMeetings } from './race-meetings'
import { aRace, runners, type Outcome, type RunnerName, type Start } from './race-runners'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

/** Answers who did something while an erasure of somebody else was under way. */
const expectSafeRace = async (
  scheduler: fc.Scheduler,
  starts: ReadonlyArray<Start>,
): Promise<ReadonlySet<RunnerName>> => {
  let callPort: AroundPort = callAtOnce
  const { met, runAs, appended, called } = noteMeetings()
  const race = await raceLibrary((port, call) => callPort(port, call), appended)
  const outcome: Outcome = { backups: [], finishedImports: [] }
  callPort = async (port, call) => {
    await scheduler.schedule(Promise.resolve(), port)
    called()
    return call()
  }
  const run = async ({ name, turns }: Start): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await scheduler.schedule(Promise.resolve(), 'wait')
    await runAs(name, () => runners[name](race, outcome, callPort))
  }
  await scheduler.waitFor(Promise.all(starts.map(run)))
  callPort = callAtOnce
  await race.service.runWorker()
  assertThat(race.leftWhenSigned).toEqual([])
  for (const backup of outcome.backups) expectCompleteBackup(backup, race.library.written)
  await expectSameAsSerial(race, outcome)
  return met
}

/** In how many races each runner did something while an erasure of somebody else was under way. */
export type Meetings = Readonly<Record<RunnerName, number>>

/**
 * Runs so many races, each in an order of the calls of ports that the scheduler draws; with a seed always the same ones.
 * Each runner must meet an erasure in at least one of ten races.
 */
export const expectSafeRaces = async (numRuns: number, seed?: number): Promise<Meetings> => {
  const meetings = Object.fromEntries(Object.keys(runners).map((name) => [name, 0])) as Record<RunnerName, number>
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), aRace, async (scheduler, starts) => {
      for (const name of await expectSafeRace(scheduler, starts)) meetings[name] += 1
    }),
    seed === undefined ? { numRuns } : { numRuns, seed },
  )
  const seldom = Object.entries(meetings).filter(([, races]) => races < numRuns / 10)
  assertThat(seldom).toEqual([])
  return meetings
}

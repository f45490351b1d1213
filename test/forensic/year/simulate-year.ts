import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { addDays, type Day } from '../../../domain/values/day'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { acquireAllCopies, registerMadeUpBorrower } from '../simulation/acquire-and-register'
import { makeSeededRandom } from '../simulation/seeded-random'
import { makeSimulatedTown, type SimulatedBorrower, type SimulatedTown } from '../simulation/simulated-town'
import { updateGroundTruth } from '../simulation/update-ground-truth'
import { staffOnOpenDay } from './staff-of-year'
import { visitToBorrow, visitToRegister, visitToReturn } from './visits-of-year'
import { countAround, takeBorrowerNumber, type PlannedReturn, type SimulatedYear, type YearPlan } from './year-plan'

const isSunday = (day: Day): boolean => new Date(day).getUTCDay() === 0

/** The first visitors come most often: one in four hundred visits of a large library is by the same borrower. */
const pickVisitor = ({ town, visitors }: SimulatedYear) =>
  visitors[Math.floor(town.random.fraction() ** 1.5 * visitors.length)]

const shuffled = <A>({ random }: SimulatedTown, members: ReadonlyArray<A>): ReadonlyArray<A> =>
  members
    .map((member) => ({ member, at: random.fraction() }))
    .sort((one, other) => one.at - other.at)
    .map(({ member }) => member)

/** The returns that are planned until this day, those of one borrower together. */
const returnsUntil = (year: SimulatedYear, day: number): ReadonlyArray<ReadonlyArray<PlannedReturn>> => {
  const due = [day - 1, day].flatMap((on) => {
    const planned = year.returns.get(on) ?? []
    year.returns.delete(on)
    return planned
  })
  const byBorrower = new Map<SimulatedBorrower, PlannedReturn[]>()
  for (const planned of due) byBorrower.set(planned.borrower, [...(byBorrower.get(planned.borrower) ?? []), planned])
  return [...byBorrower.values()]
}

const simulateOpenDay = async (year: SimulatedYear, day: number): Promise<void> => {
  const { town, plan } = year
  const visits = shuffled(town, [
    ...returnsUntil(year, day).map((planned) => () => visitToReturn(year, day, planned)),
    ...Array.from({ length: countAround(town, plan.newcomers) }, () => () => visitToRegister(year, day)),
    ...Array.from({ length: countAround(town, plan.visits) }, () => async () => {
      const visitor = pickVisitor(year)
      if (visitor !== undefined) await visitToBorrow(year, day, visitor)
    }),
  ])
  for (const visit of visits) await visit()
  await staffOnOpenDay(year, day)
}

/** Registers those who are there at the beginning, in random order. */
const openLibrary = async (year: SimulatedYear): Promise<void> => {
  const { town, plan, visitors } = year
  await acquireAllCopies(town)
  for (let n = 0; n < plan.borrowers; n++) {
    const habits = { lastMonth: Infinity, neverReturns: n % 50 === 3 }
    visitors.push(await registerMadeUpBorrower(town, takeBorrowerNumber(year), habits))
  }
  visitors.splice(0, visitors.length, ...shuffled(town, visitors))
}

/**
 * Simulates a year of a library that has just been opened. Each day is closed, what is due is erased, and the wrapping
 * keys are renewed, as a service does. Calls `afterDay` then. The same seed gives the same year, except for the ids.
 */
export const simulateYear = async (
  system: RunningLibrary,
  seed: number,
  plan: YearPlan,
  afterDay: (day: number, town: SimulatedTown) => Promise<void>,
): Promise<SimulatedTown> => {
  const town = makeSimulatedTown(system, makeSeededRandom(seed), Math.max(120, plan.visits * 40))
  const year: SimulatedYear = {
    ...{ town, plan, visitors: [], returns: new Map(), returnedOn: new Map() },
    ...{ cprNumbers: new Set(), nextBorrower: 0 },
  }
  await openLibrary(year)
  for (let day = 0; day < plan.days; day++) {
    const today = system.useCaseDependencies.commandHandling.clock.today()
    if (!isSunday(today)) await simulateOpenDay(year, day)
    rightOrThrow(await system.clock.moveTo(addDays(1)(today), () => undefined)())
    if (day % plan.daysBetweenRolls === 0) await system.epochs.maintain()
    await updateGroundTruth(town)
    await afterDay(day, town)
  }
  return town
}

import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { reservedCopiesOfBorrower } from '../../../projections/queue/reserved-copy-queries'
import { addDays, type Day } from '../../../domain/values/day'
import { acquireAllCopies, registerMadeUpBorrower } from './acquire-and-register'
import { makeSeededRandom } from './seeded-random'
import { updateGroundTruth } from './update-ground-truth'
import {
  requestErasureAndRun,
  findOneLostCopy,
  cancelOneReservation,
  blockOrChangeContact,
  writeOffOneFee,
  scanReservedCopies,
} from './staff-actions'
import { makeSimulatedTown, type SimulatedTown, type SimulatedBorrower } from './simulated-town'
import { returnOneCopy, simulateVisit } from './simulate-visit'

/** The length of a simulation, and the number of visits. */
export interface SimulationSpan {
  /** A month is five open days, about 27 days in all. */
  readonly months: number
  /** The least number of visits on an open day. */
  readonly visits: number
}

const borrowersAtStart = 46
const newcomers = 14

const standingOf = async (town: SimulatedTown, { borrower }: SimulatedBorrower) => {
  const known = await town.system.useCaseDependencies.decisionQueries.standing(borrower)()
  return known._tag === 'Right' ? known.right : undefined
}

const pickBorrower = (town: SimulatedTown, month: number): SimulatedBorrower | undefined =>
  town.random.pickOne([...town.people.values()].filter(({ lastMonth }) => month <= lastMonth))

/** A borrower with a copy on the pick-up shelf. */
const pickBorrowerWithReadyCopy = ({ people, system }: SimulatedTown, month: number): SimulatedBorrower | undefined =>
  [...people.values()].find(
    ({ borrower, lastMonth }) =>
      month <= lastMonth && reservedCopiesOfBorrower(borrower)(system.rows).some(({ state }) => state === 'ready'),
  )

const visitByRandomBorrower = async (town: SimulatedTown, month: number): Promise<void> => {
  const visitor =
    (town.random.withProbability(0.4) ? pickBorrowerWithReadyCopy(town, month) : undefined) ?? pickBorrower(town, month)
  const standing = visitor && (await standingOf(town, visitor))
  if (visitor === undefined || standing === undefined) return
  // The first update records what closings have done, the second what the visit has done.
  await updateGroundTruth(town)
  await updateGroundTruth(town, await simulateVisit(town, visitor, standing))
}

const returnWithoutVisit = async (town: SimulatedTown, month: number): Promise<void> => {
  const visitor = pickBorrower(town, month)
  const held = visitor && town.random.pickOne((await standingOf(town, visitor))?.loans ?? [])
  if (visitor === undefined || held === undefined || visitor.neverReturns) return
  await updateGroundTruth(town)
  const visit = (town.visits += 1)
  await returnOneCopy(town, visitor, held, visit)
  await town.system.useCaseDependencies.waitForReactions()
  await updateGroundTruth(town, visit)
}

/** One day on which the library is open. */
const simulateOpenDay = async (town: SimulatedTown, month: number, atLeast: number): Promise<void> => {
  for (let visits = atLeast + town.random.below(4); visits > 0; visits--) {
    await (town.random.withProbability(0.35) ? returnWithoutVisit(town, month) : visitByRandomBorrower(town, month))
    const [one, other] = [pickBorrower(town, month), pickBorrower(town, month)]
    if (one !== undefined && town.random.withProbability(0.2)) await blockOrChangeContact(town, one)
    if (other !== undefined && town.random.withProbability(0.12))
      await (town.random.withProbability(0.5) ? writeOffOneFee : cancelOneReservation)(town, other)
  }
  await scanReservedCopies(town)
  if (town.random.withProbability(0.3)) await findOneLostCopy(town)
  // Most requests are refused, because the borrower has a loan or owes a fee.
  for (let attempt = 0; attempt < 3; attempt++) {
    const requester = pickBorrower(town, month)
    if (requester !== undefined && town.random.withProbability(0.1)) await requestErasureAndRun(town, requester)
  }
  await updateGroundTruth(town)
}

const moveClock = async (system: RunningLibrary, to: Day): Promise<void> => {
  const moved = await system.clock.moveTo(to, () => undefined)()
  if (moved._tag === 'Left') throw new Error(JSON.stringify(moved.left))
}

/** Erases one borrower who has no loan and owes nothing: borrowers ask in the order of registration until one is accepted. */
const eraseOneBorrower = async (town: SimulatedTown): Promise<void> => {
  for (const requester of [...town.people.values()]) {
    await requestErasureAndRun(town, requester)
    if (!town.people.has(requester.borrower)) return
  }
}

const visitBy = async (town: SimulatedTown, visitor: SimulatedBorrower): Promise<void> => {
  const standing = await standingOf(town, visitor)
  if (standing !== undefined) await updateGroundTruth(town, await simulateVisit(town, visitor, standing))
}

/**
 * Simulates the life of a small library, with every kind of activity, on a library that has just been opened. It calls
 * `afterMonth` after each month. The same seed gives the same simulation, except for the ids.
 */
export const simulateLibrary = async (
  system: RunningLibrary,
  seed: number,
  { months, visits }: SimulationSpan,
  afterMonth: (month: number, town: SimulatedTown) => Promise<void> = () => Promise.resolve(),
): Promise<SimulatedTown> => {
  const town = makeSimulatedTown(system, makeSeededRandom(seed))
  await acquireAllCopies(town)
  const habits = (n: number) => ({ lastMonth: n % 5 === 0 ? 4 : months, neverReturns: n % 17 === 3 })
  for (let n = 0; n < borrowersAtStart; n++) await registerMadeUpBorrower(town, n, habits(n))
  for (let month = 0; month < months; month++) {
    for (let open = 0; open < 5; open++) {
      await simulateOpenDay(town, month, visits)
      await moveClock(
        system,
        addDays(4 + town.random.below(4))(system.useCaseDependencies.commandHandling.clock.today()),
      )
    }
    // Newcomers register one by one and borrow at once: the hardest case for attacks by order.
    if (month % 2 === 1 && month < 2 * newcomers)
      await visitBy(
        town,
        await registerMadeUpBorrower(town, borrowersAtStart + month, { lastMonth: months, neverReturns: false }),
      )
    if (month % 6 === 5) await eraseOneBorrower(town)
    await updateGroundTruth(town)
    await afterMonth(month, town)
  }
  return town
}

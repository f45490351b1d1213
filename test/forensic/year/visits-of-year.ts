import { renewLoan } from '../../../domain/use-cases/renew-loan'
import type { CopyId } from '../../../domain/values/ids'
import { copiesTable } from '../../../projections/copies/copies-table'
import { reservedCopiesOfBorrower } from '../../../projections/queue/reserved-copy-queries'
import { registerMadeUpBorrower } from '../simulation/acquire-and-register'
import { recordVisit } from '../simulation/ground-truth'
import {
  borrowCopy,
  paySettlableFees,
  reserveRandomTitle,
  reserveRandomTitlesInParallel,
  returnOneCopy,
} from '../simulation/simulate-visit'
import { commandMetadataIn, countDone, type SimulatedBorrower, type SimulatedTown } from '../simulation/simulated-town'
import { takeBorrowerNumber, type PlannedReturn, type SimulatedYear } from './year-plan'

/** After how many days a copy comes back: four in five in time, most others late, and a few never. */
const daysUntilReturn = ({ random }: SimulatedTown): number | undefined => {
  const kind = random.fraction()
  if (kind < 0.8) return 3 + random.below(26)
  return kind < 0.97 ? 29 + random.below(25) : undefined
}

const planReturn = ({ returns }: SimulatedYear, day: number, planned: PlannedReturn): void => {
  const others = returns.get(day) ?? []
  others.push(planned)
  returns.set(day, others)
}

const borrowInVisit = async (
  year: SimulatedYear,
  day: number,
  borrower: SimulatedBorrower,
  copy: CopyId,
  visit: number,
): Promise<void> => {
  const lent = await borrowCopy(year.town, borrower, copy, visit)
  const days = daysUntilReturn(year.town)
  if (lent !== undefined && days !== undefined && !borrower.neverReturns)
    planReturn(year, day + days, { ...lent, borrower })
}

/** A random copy on the shelf; undefined when none of eight is. */
const findFreeCopy = ({ random, copies, system }: SimulatedTown): CopyId | undefined => {
  for (let attempt = 0; attempt < 8; attempt++) {
    const copy = random.pickOne(copies)?.copy
    if (copy !== undefined && system.rows.find(copiesTable, { where: { copy, status: 'onShelf' } }).length > 0)
      return copy
  }
  return undefined
}

/** Fees that a visit has caused belong to it. */
const noteFeesOfVisit = async (town: SimulatedTown, { borrower }: SimulatedBorrower, visit: number): Promise<void> => {
  const fees = await town.system.useCaseDependencies.decisionQueries.fees(borrower)()
  for (const { fee } of fees._tag === 'Right' ? fees.right : [])
    if (!town.groundTruth.records.has(fee)) recordVisit(town.groundTruth)('fee', fee, borrower, visit)
}

const borrowReservedCopies = async (
  year: SimulatedYear,
  day: number,
  borrower: SimulatedBorrower,
  visit: number,
): Promise<void> => {
  const { system, groundTruth } = year.town
  for (const { copy, reservation, state } of reservedCopiesOfBorrower(borrower.borrower)(system.rows)) {
    if (state !== 'ready') continue
    recordVisit(groundTruth)('reservation', reservation, borrower.borrower, visit)
    await borrowInVisit(year, day, borrower, copy, visit)
  }
}

/** A borrower pays, borrows reserved copies and a few others, and may reserve a title. */
export const visitToBorrow = async (
  year: SimulatedYear,
  day: number,
  borrower: SimulatedBorrower,
  visit = (year.town.visits += 1),
): Promise<void> => {
  const { town } = year
  const { random, system } = town
  if (random.withProbability(0.8)) await paySettlableFees(town, borrower, visit)
  await borrowReservedCopies(year, day, borrower, visit)
  for (let wishes = 1 + random.below(2); wishes > 0; wishes--) {
    const copy = findFreeCopy(town)
    if (copy !== undefined) await borrowInVisit(year, day, borrower, copy, visit)
  }
  if (random.withProbability(0.1)) await reserveRandomTitle(town, borrower, visit)
  if (random.withProbability(0.05)) await reserveRandomTitlesInParallel(town, borrower, visit)
  await system.useCaseDependencies.waitForReactions()
}

const renew = async (town: SimulatedTown, { copy, loan, borrower }: PlannedReturn, visit: number): Promise<boolean> => {
  const standing = await town.system.useCaseDependencies.decisionQueries.standing(borrower.borrower)()
  if (standing._tag === 'Left' || standing.right === undefined) return false
  const held = standing.right.loans.find((one) => one.loan === loan)
  if (held === undefined) return false
  const request = { ...held, ...standing.right, copy, ...commandMetadataIn(town) }
  const renewed = countDone(town)('renewed', await renewLoan(town.system.useCaseDependencies)(request)())
  if (renewed !== undefined) recordVisit(town.groundTruth)('loan', loan, borrower.borrower, visit)
  return renewed !== undefined
}

/** A borrower brings copies back, or renews one of them. Half of them borrow again in the same visit. */
export const visitToReturn = async (
  year: SimulatedYear,
  day: number,
  planned: ReadonlyArray<PlannedReturn>,
): Promise<void> => {
  const { town, returnedOn } = year
  const visit = (town.visits += 1)
  const [first] = planned
  if (first === undefined || !town.people.has(first.borrower.borrower)) return
  for (const held of planned)
    if (town.random.withProbability(0.1) && (await renew(town, held, visit))) planReturn(year, day + 14, held)
    else await returnOneCopy(town, held.borrower, held, visit)
  returnedOn.set(first.borrower, day)
  await town.system.useCaseDependencies.waitForReactions()
  await noteFeesOfVisit(town, first.borrower, visit)
  if (town.random.withProbability(0.5)) await visitToBorrow(year, day, first.borrower, visit)
}

/** Somebody registers and borrows at once: the hardest case for attacks by order. */
export const visitToRegister = async (year: SimulatedYear, day: number): Promise<void> => {
  const { town, visitors } = year
  const habits = { lastMonth: Infinity, neverReturns: false }
  const borrower = await registerMadeUpBorrower(town, takeBorrowerNumber(year), habits)
  visitors.splice(town.random.below(visitors.length + 1), 0, borrower)
  await visitToBorrow(year, day, borrower)
}

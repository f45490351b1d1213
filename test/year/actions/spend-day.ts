import { addDays } from '../../../domain/values/day'
import { copiesTable } from '../../../projections/copies/copies-table'
import { reservedCopiesTable } from '../../../projections/queue/queue-tables'
import type { TitleId } from '../../../domain/values/ids'
import type { TrueBorrower, TrueLoan } from '../ground-truth/ground-truth'
import { isClosedAt } from '../closed-days-of-year'
import {
  branchesOfYear,
  count,
  lateClosings,
  pickVisitor,
  todayIn,
  type CopyOfYear,
  type SimulatedYear,
} from '../simulated-year'
import { actConcurrently } from './act-concurrently'
import { lend, planReturn, renew, returnLoan } from './loans'
import { payAll } from './fees'
import { registerNewcomer } from './register'
import { reserve, reserveOneOf, scanReservedCopies } from './reservations'
import { spendDayOfStaff } from './staff-day'

/** A copy on the shelf; undefined when none of ten is. */
export const findFreeCopy = ({ library, random, copies }: SimulatedYear): CopyOfYear | undefined => {
  for (let attempts = 0; attempts < 10; attempts += 1) {
    const copy = random.pickOne(copies)
    if (copy && library.rows.count(copiesTable, { where: { copy: copy.copy, status: 'onShelf' } }) > 0) return copy
  }
  return undefined
}

const mayBorrow = (year: SimulatedYear, borrower: TrueBorrower): boolean =>
  borrower.blocks.size === 0 && !(borrower.absence !== null && borrower.absence.period.until === null)

/** The copies that wait for the borrower. */
const pickUp = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const ready = year.library.rows.find(reservedCopiesTable, { where: { borrower: borrower.id, state: 'ready' } })
  for (const { copy } of ready) {
    const known = year.copies.find((one) => one.copy === copy)
    if (known !== undefined) await lend(year, borrower, known)
  }
}

/** Two or three titles of which the borrower wants one. */
const editionsAmong = ({ random }: SimulatedYear, onLoan: ReadonlyArray<TrueLoan>): ReadonlyArray<TitleId> => {
  const titles = Array.from({ length: 2 + random.below(2) }, () => random.pickOne(onLoan)?.title)
  return [...new Set(titles)].filter((title) => title !== undefined)
}

/** A borrower pays, picks up what waits, and borrows. */
const visitToBorrow = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const { random } = year
  if (random.withProbability(0.8)) await payAll(year, borrower)
  if (!mayBorrow(year, borrower)) return count(year, 'visit without a loan')
  await pickUp(year, borrower)
  for (let wishes = 1 + random.below(4); wishes > 0; wishes -= 1) {
    const copy = findFreeCopy(year)
    if (copy !== undefined) await lend(year, borrower, copy)
  }
}

/** A borrower may reserve, after the visit: one reserves after the other, so that each has a known place in the queue. */
const reserveAfterVisit = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const { random } = year
  if (!mayBorrow(year, borrower)) return
  const onLoan = [...year.groundTruth.loanOfCopy.values()]
  const wanted = random.pickOne(onLoan)
  if (wanted !== undefined && random.withProbability(0.22)) await reserve(year, borrower, wanted)
  if (random.withProbability(0.06)) await reserveOneOf(year, borrower, editionsAmong(year, onLoan))
}

/** The visitors of a day borrow at the same time, and then reserve one after the other. */
const spendVisits = async (year: SimulatedYear): Promise<void> => {
  const { random, plan } = year
  const visits = Math.floor(plan.visits) + (random.withProbability(plan.visits % 1) ? 1 : 0)
  const visitors = Array.from({ length: visits }, () => pickVisitor(year)).filter((visitor) => visitor !== undefined)
  await actConcurrently(year, visitors, ({ id }) => id, visitToBorrow)
  for (const visitor of visitors) await reserveAfterVisit(year, visitor)
}

/** Of the loans that are due soon, one in three is renewed, if it may be. Most of what was claimed returned never comes back. */
const bringBackOne = async (year: SimulatedYear, loan: TrueLoan): Promise<void> => {
  const { random } = year
  const today = todayIn(year)
  if (loan.claimedOn !== null && random.withProbability(0.8)) return
  const isRenewed = random.withProbability(loan.dueOn <= addDays(7)(today) ? 0.3 : 0.02) && (await renew(year, loan))
  if (isRenewed) planReturn(year, loan, today)
  else await returnLoan(year, loan)
}

/** Those loans that are planned to come back today. */
const bringBack = async (year: SimulatedYear): Promise<void> => {
  const { plannedReturns, groundTruth } = year
  const today = todayIn(year)
  const due = [...plannedReturns].filter(([day]) => day <= today)
  for (const [day] of due) plannedReturns.delete(day)
  const brought = due.flatMap(([, loans]) => loans)
  const loansBrought = brought.map(({ loan }) => groundTruth.loans.get(loan)).filter((loan) => loan?.endedOn === null)
  await actConcurrently(year, loansBrought as ReadonlyArray<TrueLoan>, ({ borrower }) => borrower, bringBackOne)
  await year.library.useCaseDependencies.waitForReactions()
}

/** Whether any branch is open. */
export const isOpen = (year: SimulatedYear): boolean => {
  const today = todayIn(year)
  return branchesOfYear.some((branch) => !isClosedAt(lateClosings)(branch, today)(today))
}

/** One day on which the library is open. */
export const spendOpenDay = async (year: SimulatedYear): Promise<void> => {
  const { random, plan } = year
  await bringBack(year)
  if (random.withProbability(0.15)) await registerNewcomer(year)
  await spendVisits(year)
  for (let round = 0; round < plan.roundsOfStaff; round += 1) await spendDayOfStaff(year)
  await year.library.useCaseDependencies.waitForReactions()
  await scanReservedCopies(year)
  await year.library.useCaseDependencies.waitForReactions()
}

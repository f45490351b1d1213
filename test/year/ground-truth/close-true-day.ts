import { isMinorOn } from '../../../domain/policy/guardian-policy'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerId, BranchId } from '../../../domain/values/ids'
import { addMonths, isLastDayOfMonth, monthOf } from '../../../domain/values/month'
import { borrowersWithObligations } from '../actions/holds-and-erasure'
import { endLoan } from '../actions/loans'
import { broken, type BrokenPromise, type PromiseName } from '../checks/broken-promise'
import { count, countInMonth, lateClosings, policyOfYear, type SimulatedYear } from '../simulated-year'
import { billedOn, claimEndsOn, dueDayKnownOn, endOfMonthAfter, openDayFrom } from './end-days'
import { expectCompensation, expectLatenessFee } from './fees-of-the-law'
import { hasDied, type TrueBorrower } from './ground-truth'
import type { LearnedFacts } from './learned-facts'
import { endReservation } from './reservations'
import { endScope, eraseTrueBorrower } from './scopes'

const handling = policyOfYear.fees.handlingFee

/** Counts the deadlines that closed days have moved which were added today. */
const countMovedDeadlines = (year: SimulatedYear, day: Day): void => {
  if (!lateClosings.some(({ addedOn }) => addedOn === day)) return
  const isMoved = (branch: BranchId, deadline: Day): boolean =>
    openDayFrom(branch, day)(deadline) !== openDayFrom(branch, addDays(-1)(day))(deadline)
  for (const { branch, dueOn } of year.groundTruth.loanOfCopy.values())
    if (isMoved(branch, dueOn)) count(year, 'due day moved')
  for (const { readyAt, pickUpBy } of year.groundTruth.reservations.values())
    if (readyAt !== null && pickUpBy !== null && isMoved(readyAt, pickUpBy)) count(year, 'pick-up deadline moved')
}

/** What the promises say that the closing of a day does: it bills lost copies, and ends claims and reservations. */
export const closeTrueDay = (year: SimulatedYear, day: Day): ReadonlySet<string> => {
  const { groundTruth, copies } = year
  const billed = new Set<string>()
  countMovedDeadlines(year, day)
  for (const loan of groundTruth.loanOfCopy.values()) {
    if (loan.claimedOn !== null) {
      if (claimEndsOn(loan.claimedOn) > day) continue
      endLoan(year, loan, 'writtenOff', day)
      count(year, 'claim written off')
    } else if (billedOn(dueDayKnownOn(day, loan)) <= day) {
      loan.dueOn = dueDayKnownOn(day, loan)
      endLoan(year, loan, 'billed', day)
      billed.add(loan.loan)
      count(year, 'billed')
      countInMonth(year, 'bills')
      expectCompensation(groundTruth, loan, copies.find(({ copy }) => copy === loan.copy)?.price ?? 0, handling)
      expectLatenessFee(groundTruth, loan, loan.dueOn, day)
    }
  }
  for (const one of [...groundTruth.reservations.values()]) {
    const { reservation, borrower, interestUntil, lentInstead, readyAt } = one
    const pickUpBy = one.pickUpBy && openDayFrom(readyAt ?? one.pickUpBranch, day)(one.pickUpBy)
    if (lentInstead !== null) {
      count(year, 'parallel reservation ended')
      endReservation(groundTruth, reservation, day)
    } else if (hasDied(groundTruth, borrower)) {
      count(year, 'reservation of deceased ended')
      endReservation(groundTruth, reservation, day)
    } else if ((pickUpBy ?? interestUntil) <= day) {
      count(year, pickUpBy === null ? 'reservation expired' : 'pick-up expired')
      endReservation(groundTruth, reservation, day)
    }
  }
  return billed
}

const differences = (promise: PromiseName, expected: ReadonlySet<string>, found: ReadonlySet<string>) => {
  const all: BrokenPromise[] = []
  for (const id of expected) if (!found.has(id)) all.push(broken(promise, 'was not ended by the closing', id))
  for (const id of found) if (!expected.has(id)) all.push(broken(promise, 'was ended by the closing too early', id))
  return all
}

const endAbsences = (year: SimulatedYear, day: Day): ReadonlySet<string> => {
  const over = new Set<string>()
  for (const borrower of year.groundTruth.borrowers.values()) {
    const { absence } = borrower
    if (absence === null || absence.period.until === null || absence.period.until > day) continue
    over.add(absence.scope)
    endScope(year.groundTruth, absence.scope, endOfMonthAfter(monthOf(day)))
    borrower.absence = null
    count(year, 'absence over')
  }
  return over
}

/** "The child had turned 18 and owed nothing from before." */
const isGuardianshipOver = ({ groundTruth }: SimulatedYear, { id, person }: TrueBorrower, day: Day): boolean => {
  const isMinor = isMinorOn(policyOfYear.guardians)(person.birthDate)
  if (isMinor(day)) return false
  return ![...groundTruth.fees.values()].some(
    ({ borrower, settledOn, leviedOn }) => borrower === id && settledOn === null && isMinor(leviedOn),
  )
}

const endGuardianships = (year: SimulatedYear, day: Day): ReadonlySet<string> => {
  const over = new Set<string>()
  for (const borrower of year.groundTruth.borrowers.values()) {
    if (borrower.guardian === null || !isGuardianshipOver(year, borrower, day)) continue
    over.add(borrower.guardian.scope)
    endScope(year.groundTruth, borrower.guardian.scope, endOfMonthAfter(monthOf(day)))
    borrower.guardian = null
    count(year, 'guardianship ended at 18')
  }
  return over
}

/**
 * Whoever was last active in a half-year that ended a year ago, and holds and owes nothing. "Loans and fees go on a list for
 * the estate, then the borrower is erased": whoever died, at the end of the month in which nothing is open.
 */
const lapseInactive = (year: SimulatedYear, day: Day): ReadonlySet<string> => {
  const lapsed = new Set<BorrowerId>()
  const obliged = borrowersWithObligations(year)
  for (const borrower of year.groundTruth.borrowers.values())
    if (obliged.has(borrower.id)) borrower.lastActiveIn = monthOf(day)
  const month = monthOf(day)
  const isEndOfHalfYear = month.endsWith('-06') || month.endsWith('-12')
  const yearBefore = addMonths(-12)(month)
  const held = new Set([...year.groundTruth.holds.values()].map(({ borrower }) => borrower))
  for (const { id, lastActiveIn, diedOn } of year.groundTruth.borrowers.values()) {
    const isInactive = isEndOfHalfYear && lastActiveIn <= yearBefore
    const isSettled = diedOn !== null && !obliged.has(id)
    if ((isInactive || isSettled) && !held.has(id)) lapsed.add(id)
  }
  for (const id of lapsed) {
    eraseTrueBorrower(year.groundTruth, id, day)
    year.visitors.splice(0, year.visitors.length, ...year.visitors.filter((other) => other !== id))
    count(year, 'lapsed')
  }
  return lapsed
}

/** The ends that the last day of a month brings: each must have been stated by the closing, and no other. */
export const closeTrueMonth = (year: SimulatedYear, day: Day, facts: LearnedFacts): ReadonlyArray<BrokenPromise> =>
  isLastDayOfMonth(day)
    ? [
        ...differences('absencePeriod', endAbsences(year, day), facts.absencesOver),
        ...differences('guardian', endGuardianships(year, day), guardianshipsEndedByClosing(facts, year)),
        ...differences('borrowerNumber', lapseInactive(year, day), facts.lapsed),
      ]
    : []

/** Those that staff ended during the month are known already. */
const guardianshipsEndedByClosing = ({ guardianshipsOver }: LearnedFacts, { removedGuardians }: SimulatedYear) =>
  new Set([...guardianshipsOver].filter((guardian) => !removedGuardians.has(guardian)))

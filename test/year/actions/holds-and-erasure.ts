import { prolongLegalHold, releaseLegalHold } from '../../../domain/use-cases/change-legal-hold'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { setLegalHold } from '../../../domain/use-cases/set-legal-hold'
import type { BorrowerId, ScopeId } from '../../../domain/values/ids'
import { addMonths, lastDayOfMonth, monthOf } from '../../../domain/values/month'
import type { TrueBorrower, TrueHold, TrueLoan } from '../ground-truth/ground-truth'
import { addScope, endScope, eraseTrueBorrower } from '../ground-truth/scopes'
import { attempt, metadataIn, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { madeUpText } from './made-up-people'

const by = 'Jens Jensen'

const endOfMonthAhead = (year: SimulatedYear, months: number) =>
  lastDayOfMonth(addMonths(months)(monthOf(todayIn(year))))

/** An administrator stops the erasure of a loan that has ended, to the end of next month. */
export const holdLoan = async (year: SimulatedYear, { loan, borrower }: TrueLoan): Promise<void> => {
  const { groundTruth, library, random } = year
  const why = madeUpText('Politiet', nextNumber(year))
  const caseNumber = madeUpText('sag', nextNumber(year))
  const reasonForBorrower = random.withProbability(0.5) ? madeUpText('Tvist', nextNumber(year)) : null
  const explanation = reasonForBorrower === null ? null : { basis: 'bogføringsloven', reason: reasonForBorrower }
  const lastDay = endOfMonthAhead(year, 1)
  const request = {
    ...{ scope: loan as string as ScopeId, lastDay, by, why, caseNumber, explanation, disputeWith: null },
    ...metadataIn(year),
  }
  const done = await attempt(year, 'hold set', setLegalHold(library.useCaseDependencies)(request))
  if (done === undefined) return
  const texts = [
    ...[why, caseNumber].map((text) => ({ text, kind: 'legalHold' }) as const),
    ...(reasonForBorrower === null ? [] : [{ text: reasonForBorrower, kind: 'explainedLegalHold' } as const]),
  ]
  addScope(groundTruth, { id: done.hold, class: 'hold', borrower, lastDay, texts })
  const known = { hold: done.hold, scope: loan, borrower, lastDay, releasedOn: null, caseNumber, reasonForBorrower }
  groundTruth.holds.set(done.hold, known)
}

export const prolongHold = async (year: SimulatedYear, hold: TrueHold): Promise<void> => {
  const lastDay = endOfMonthAhead(year, 2)
  if (lastDay <= hold.lastDay) return
  const request = { hold: hold.hold, lastDay, by, why: madeUpText('Politiet', nextNumber(year)), ...metadataIn(year) }
  if (
    (await attempt(year, 'hold prolonged', prolongLegalHold(year.library.useCaseDependencies)(request))) === undefined
  )
    return
  hold.lastDay = lastDay
  const scope = year.groundTruth.scopes.get(hold.hold)
  if (scope !== undefined) scope.lastDay = lastDay
}

/** "It ends when today is closed; what was due meanwhile is erased then." */
export const releaseHold = async (year: SimulatedYear, hold: TrueHold): Promise<void> => {
  const request = { hold: hold.hold, by, why: 'Sagen er slut', ...metadataIn(year) }
  if ((await attempt(year, 'hold released', releaseLegalHold(year.library.useCaseDependencies)(request))) === undefined)
    return
  hold.releasedOn = todayIn(year)
  endScope(year.groundTruth, hold.hold, hold.releasedOn)
}

/** The borrowers who hold or owe something. */
export const borrowersWithObligations = ({ groundTruth }: SimulatedYear): ReadonlySet<BorrowerId> => {
  const unsettled = [...groundTruth.fees.values(), ...groundTruth.reimbursements.values()].filter(
    ({ settledOn }) => settledOn === null,
  )
  const records = [
    ...groundTruth.loanOfCopy.values(),
    ...groundTruth.reservations.values(),
    ...groundTruth.expectedFees,
    ...groundTruth.expectedReimbursements,
    ...unsettled,
  ]
  return new Set(records.map(({ borrower }) => borrower))
}

/** What stands in the way of an erasure: what the borrower holds and owes, and legal holds. */
export const mayBeErased = (year: SimulatedYear): ReadonlyArray<TrueBorrower> => {
  const obliged = borrowersWithObligations(year)
  const held = new Set([...year.groundTruth.holds.values()].map(({ borrower }) => borrower))
  return [...year.groundTruth.borrowers.values()].filter(
    ({ id, diedOn }) => diedOn === null && !obliged.has(id) && !held.has(id),
  )
}

/** "On request, as soon as nothing stands in the way": the borrower is erased at once. */
export const requestErasureOf = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const { groundTruth, library, visitors } = year
  const request = { borrower: borrower.id, ...metadataIn(year) }
  const done = await attempt(year, 'erased on request', requestErasure(library.useCaseDependencies)(request))
  if (done === undefined) return
  eraseTrueBorrower(groundTruth, borrower.id, todayIn(year))
  visitors.splice(visitors.indexOf(borrower.id), 1)
  await library.retention.run()
}

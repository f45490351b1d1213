import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { LoanStarted } from '../../../domain/copy/events/loan-started'
import { isOverrideReason, refusalOverrideOfText, type OverrideReason } from '../../../domain/policy/refusal-override'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { renewLoan } from '../../../domain/use-cases/renew-loan'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { undoLoan } from '../../../domain/use-cases/undo-loan'
import { addDays, type Day } from '../../../domain/values/day'
import type { BranchId, CopyId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { ageClassOn, expectLatenessFee } from '../ground-truth/fees-of-the-law'
import type { TrueBorrower, TrueLoan } from '../ground-truth/ground-truth'
import { endReservationFulfilledBy, restoreReservationOf } from '../ground-truth/reservations'
import { addScope, endScope } from '../ground-truth/scopes'
import { dueDayFrom, dueDayKnownOn, interestEnd, renewedDueDay, thirtyDaysAfter } from '../ground-truth/end-days'
import { anyBranch, attempt, count, countInMonth, metadataIn, nextNumber, noteUse, todayIn, type CopyOfYear, type SimulatedYear } from '../simulated-year' // prettier-ignore
import { madeUpText } from './made-up-people'

/** The loan of a lending event, with the due day that it must have. */
export const trueLoanOf = (
  { person, id }: TrueBorrower,
  copy: Pick<CopyOfYear, 'copy' | 'title' | 'volume'>,
  {
    loan,
    branch,
    lentOn,
    overrideReason = null,
  }: Pick<TrueLoan, 'loan' | 'branch' | 'lentOn'> & Partial<Pick<TrueLoan, 'overrideReason'>>,
): TrueLoan => ({
  ...{
    loan,
    borrower: id,
    copy: copy.copy,
    title: copy.title,
    volume: copy.volume,
    group: person.group,
    branch,
    lentOn,
  },
  ...{ ageClass: ageClassOn(person.birthDate, lentOn), endedOn: null, end: null, claimedOn: null, overrideReason },
  dueOn: dueDayFrom({ group: person.group, branch })(lentOn),
})

export const isLoanStarted = (events: ReadonlyArray<CopyEvent>): boolean =>
  events.some(({ type }) => type === 'LoanStarted')

/** The copies of a borrower come back in time, late, or never. */
export const planReturn = (year: SimulatedYear, { loan, copy, dueOn }: TrueLoan, from: Day): void => {
  const { random, plannedReturns } = year
  const kind = random.fraction()
  if (kind > 0.985) return
  const day = kind < 0.9 ? addDays(2 + random.below(27))(from) : addDays(1 + random.below(25))(dueOn)
  plannedReturns.set(day, [...(plannedReturns.get(day) ?? []), { loan, copy }])
}

const noteLoan = (year: SimulatedYear, loan: TrueLoan): void => {
  const { groundTruth } = year
  groundTruth.loans.set(loan.loan, loan)
  countInMonth(year, 'loans')
  groundTruth.loanOfCopy.set(loan.copy, loan)
  const month = `${loan.borrower} ${monthOf(loan.lentOn)}`
  groundTruth.lentInMonth.set(month, [...(groundTruth.lentInMonth.get(month) ?? []), loan.title])
}

/** A loan that the library has recorded: its borrower used the library, and a reservation of the title is fulfilled. */
export const noteLoanStarted = (year: SimulatedYear, loan: TrueLoan): boolean => {
  const texts = loan.overrideReason === null ? [] : [{ text: loan.overrideReason, kind: 'overrides' } as const]
  addScope(year.groundTruth, { id: loan.loan, class: 'loan', borrower: loan.borrower, texts })
  noteLoan(year, loan)
  noteUse(year, loan.borrower)
  return endReservationFulfilledBy(year.groundTruth, loan, todayIn(year))
}

/** Why staff go on in spite of a refusal, of one visit in five; undefined when they do not. */
const overrideReasonIn = (year: SimulatedYear): OverrideReason | undefined => {
  const reason = year.random.withProbability(0.2) ? madeUpText('Aftale', nextNumber(year)) : ''
  return reason !== '' && isOverrideReason(reason) ? reason : undefined
}

/** The reason that the event of a loan has; null when no rule had refused it. */
const recordedOverrideReason = (events: ReadonlyArray<CopyEvent>): string | null => {
  const started = events.find(({ type }) => type === 'LoanStarted') as LoanStarted | undefined
  return started?.sealed.loan._tag === 'Plain'
    ? (refusalOverrideOfText(started.sealed.loan.value.override)?.reason ?? null)
    : null
}

export const lend = async (year: SimulatedYear, borrower: TrueBorrower, copy: CopyOfYear): Promise<void> => {
  const { library, groundTruth, random } = year
  const today = todayIn(year)
  const branch = anyBranch(year)
  const overrideReason = overrideReasonIn(year)
  const request = { copy: copy.copy, borrower: borrower.id, branch, overrideReason, ...metadataIn(year) }
  const lent = await attempt(year, 'lent', lendCopy(library.useCaseDependencies)(request))
  if (lent === undefined || !isLoanStarted(lent.events)) return
  const recorded = recordedOverrideReason(lent.events)
  if (recorded !== null) count(year, 'refusal overridden')
  const loan = trueLoanOf(borrower, copy, { loan: lent.loan, branch, lentOn: today, overrideReason: recorded })
  year.copyHandledOn.set(copy.copy, today)
  const isFulfilling = noteLoanStarted(year, loan)
  if (isFulfilling) count(year, 'picked up')
  if (random.withProbability(isFulfilling ? 0.05 : 0.01)) return undo(year, loan, isFulfilling)
  if (!borrower.neverReturns) planReturn(year, groundTruth.loans.get(loan.loan)!, today)
}

/** A loan was a mistake. The reservation that it had fulfilled is made anew. */
const undo = async (year: SimulatedYear, loan: TrueLoan, isFulfilling: boolean): Promise<void> => {
  const branch = anyBranch(year)
  const request = { copy: loan.copy, loan: loan.loan, branch, ...metadataIn(year) }
  const undone = await attempt(year, 'undone', undoLoan(year.library.useCaseDependencies)(request))
  if (undone === undefined) return
  const today = todayIn(year)
  endLoan(year, loan, 'undone', today)
  countInMonth(year, 'undone')
  restoreReservationOf(year.groundTruth, loan, isFulfilling, {
    pickUpBranch: branch,
    interestUntil: interestEnd(today),
  })
  if (isFulfilling) count(year, 'reservation made anew')
}

/** A loan has ended: "history is deleted 30 days after return". */
export const endLoan = (year: SimulatedYear, loan: TrueLoan, end: TrueLoan['end'], endedOn: Day): void => {
  loan.end = end
  loan.endedOn = endedOn
  endScope(year.groundTruth, loan.loan, thirtyDaysAfter(endedOn))
  if (year.groundTruth.loanOfCopy.get(loan.copy) === loan) year.groundTruth.loanOfCopy.delete(loan.copy)
}

/** The library has recorded that a loan ended on a day: late ones owe a fee. */
export const noteReturned = (year: SimulatedYear, loan: TrueLoan, on: Day): void => {
  loan.dueOn = dueDayKnownOn(on, loan)
  endLoan(year, loan, 'returned', on)
  noteUse(year, loan.borrower)
  if (on > loan.dueOn) {
    count(year, 'returned late')
    expectLatenessFee(year.groundTruth, loan, loan.dueOn, on)
  }
}

/** Hands a copy in at a branch. Whatever else it was, an unlent copy leaves a moment that is forgotten after 30 days. */
export const handIn = async (
  year: SimulatedYear,
  kind: string,
  copy: CopyId,
  branch: BranchId = anyBranch(year),
): Promise<ReadonlyArray<CopyEvent>> => {
  const today = todayIn(year)
  year.copyHandledOn.set(copy, today)
  const command = returnCopy(year.library.useCaseDependencies)({ copy, branch, ...metadataIn(year) })
  const events = (await attempt(year, kind, command))?.events ?? []
  for (const { type, open } of events)
    if (type === 'UnlentReturnRecorded')
      addScope(year.groundTruth, {
        id: open.unmatched,
        class: 'unmatched',
        borrower: null,
        lastDay: thirtyDaysAfter(today),
      })
  return events
}

export const returnLoan = async (year: SimulatedYear, loan: TrueLoan): Promise<void> => {
  const events = await handIn(year, 'returned', loan.copy)
  if (events.some(({ type }) => type === 'LoanReturned')) noteReturned(year, loan, todayIn(year))
  // A copy that was claimed returned counts as returned on the day of the claim.
  if (events.some(({ type }) => type === 'ClaimedCopyFound')) endLoan(year, loan, 'claimed', loan.claimedOn!)
}

/** Renews a loan. An overdue one owes the fee for the lateness. */
export const renew = async (year: SimulatedYear, loan: TrueLoan): Promise<boolean> => {
  const { library, groundTruth } = year
  const today = todayIn(year)
  const request = { copy: loan.copy, loan: loan.loan, title: loan.title, borrower: loan.borrower, ...metadataIn(year) }
  const [event] = (await attempt(year, 'renewed', renewLoan(library.useCaseDependencies)(request)))?.events ?? []
  if (event?.type !== 'LoanRenewed') return false
  const dueOn = dueDayKnownOn(today, loan)
  if (today > dueOn) expectLatenessFee(groundTruth, loan, dueOn, today)
  loan.dueOn = renewedDueDay(loan)(today)
  year.copyHandledOn.set(loan.copy, today)
  noteUse(year, loan.borrower)
  return true
}

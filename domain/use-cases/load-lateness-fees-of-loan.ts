import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CopyHistory, LoanInCopyHistory, PersonalPartOfLoanInHistory } from '../copy/history/copy-history'
import { findLoanInCopyHistory } from '../copy/history/due-day-at-instant'
import { latenessesOfLoan } from '../copy/history/renewal-or-loan-end-after-due-day'
import type { CopyState } from '../copy/copy-state'
import type { DomainEvent } from '../event/domain-event'
import type { Policy } from '../policy/policy'
import type { LateLoanForFee } from '../reactions/fee-follow-ups-of-late-loan'
import type { LatenessFeesOfLoan } from '../reactions/lateness-fees-of-loan'
import type { Day } from '../values/day'
import type { BorrowerId, CopyId, LoanId } from '../values/ids'
import { dayOf, type Instant } from '../values/instant'
import { loadCopyHistory } from './load-copy-history'
import { loadCopyState } from './load-copy-states'
import type { FactResult } from './fact-result'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A return, a renewal or a loan that continues another, which an event may record at its place in time. */
interface ActOnLoan {
  readonly copy: CopyId
  readonly loan: LoanId
  readonly at: Instant
}

/** A return whose event says of whom and of which day the loan is. It may be of now. */
interface ReturnOfLoan {
  readonly borrower: BorrowerId
  readonly lentOn: Day
}

const actOf = (event: DomainEvent): ActOnLoan | undefined => {
  if (
    (event.type === 'LoanEndCorrected' || event.type === 'LoanReturned' || event.type === 'PastLoanRecorded') &&
    event.sealed.loan._tag === 'Plain'
  )
    return { ...event.open, at: event.sealed.loan.value.returnedAt }
  if (event.type === 'LoanStarted' && event.sealed.loan._tag === 'Plain')
    return { ...event.open, at: event.sealed.loan.value.lentAt }
  if (event.type === 'RenewalConflictRecorded' && event.sealed.loan._tag === 'Plain')
    return { ...event.open, at: event.sealed.loan.value.renewedAt }
  return undefined
}

/** What one loan owes as the log has it now; nothing when it is forgotten. */
const owedForLoan =
  (policy: Policy, copy: CopyState) =>
  (loan: LoanInCopyHistory): ReadonlyArray<LateLoanForFee> => {
    if (copy._tag === 'Unknown' || loan.details._tag === 'Erased') return []
    const { item } = copy
    const terms = { ...loan.details.value, copy: item.copy, title: item.title, lentOn: loan.lentOn }
    return latenessesOfLoan(policy, item.group)(loan, loan.details.value).map(({ dueOn, occasion }) => ({
      ...terms,
      dueOn,
      occasion,
    }))
  }

/** The loans of the borrower that began on one day: each of them may have levied a fee that names the copy. */
const loansOfDay = ({ loans }: CopyHistory, { lentOn }: LoanInCopyHistory, { borrower }: PersonalPartOfLoanInHistory) =>
  loans.filter(
    (one) => one.lentOn === lentOn && one.details._tag === 'Plain' && one.details.value.borrower === borrower,
  )

const latenessIn =
  (dependencies: UseCaseDependencies, { copy, loan, at }: ActOnLoan) =>
  (history: CopyHistory): FactResult<LatenessFeesOfLoan | undefined> => {
    const found = findLoanInCopyHistory(loan)(history)
    if (found === undefined || found.details._tag === 'Erased') return TE.right(undefined)
    const { lentOn, details } = found
    return pipe(
      TE.Do,
      TE.bind('state', () => loadCopyState(dependencies)(copy)),
      TE.bindW('fees', () => dependencies.decisionQueries.fees(details.value.borrower)),
      TE.map(({ state, fees }) => ({
        owed: loansOfDay(history, found, details.value).flatMap(owedForLoan(dependencies.policy(dayOf(at)), state)),
        levied: fees.filter((fee) => fee.kind === 'lateness' && fee.lentOn === lentOn),
      })),
    )
  }

/** What a return says of its loan; undefined for what corrects the log. */
const returnOf = (event: DomainEvent): ReturnOfLoan | undefined => {
  if (event.type === 'LoanReturned' && event.sealed.loan._tag === 'Plain') return event.sealed.loan.value
  if (event.type === 'PastLoanRecorded' && event.sealed.loan._tag === 'Plain')
    return { borrower: event.sealed.loan.value.borrower, lentOn: event.open.lentOn }
  return undefined
}

/** Whether a loan that was returned may have levied a fee before. Most have not, and need no history. */
const hasEarlierFee = (
  { decisionQueries }: UseCaseDependencies,
  copy: CopyId,
  { borrower, lentOn }: ReturnOfLoan,
): FactResult<boolean> =>
  pipe(
    decisionQueries.fees(borrower),
    TE.map((fees) => fees.some((fee) => fee.kind === 'lateness' && fee.lentOn === lentOn && fee.copies.includes(copy))),
  )

const loadForAct = (dependencies: UseCaseDependencies, act: ActOnLoan): FactResult<LatenessFeesOfLoan | undefined> =>
  pipe(
    loadCopyHistory(dependencies)(act.copy, { since: act.at, loan: act.loan }),
    TE.chainW(latenessIn(dependencies, act)),
  )

/**
 * Loads what the loan of a return or of an act recorded at its place in time owes for lateness and what was levied;
 * undefined for other events, for a return of a loan without an earlier fee, and when the loan is forgotten.
 */
export const loadLatenessFeesOfLoan = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): FactResult<LatenessFeesOfLoan | undefined> => {
  const act = actOf(event)
  if (act === undefined) return TE.right(undefined)
  const returned = returnOf(event)
  if (returned === undefined) return loadForAct(dependencies, act)
  return pipe(
    hasEarlierFee(dependencies, act.copy, returned),
    TE.chain((has) => (has ? loadForAct(dependencies, act) : TE.right(undefined))),
  )
}

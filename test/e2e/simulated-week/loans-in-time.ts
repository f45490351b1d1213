import { addDays, daysBetween, type Day } from '../../../domain/values/day'
import type { BorrowerId, BranchId, CopyId } from '../../../domain/values/ids'
import { dayOf, lastInstantOfDay, type Instant } from '../../../domain/values/instant'

/** What happened to a copy at a desk or at a machine. `loan` numbers the loans of the test. */
export type Step =
  | {
      readonly type: 'lent'
      readonly copy: CopyId
      readonly branch: BranchId
      readonly at: Instant
      readonly loan: number
      readonly borrower: BorrowerId
    }
  | { readonly type: 'returned'; readonly copy: CopyId; readonly branch: BranchId; readonly at: Instant }
  | { readonly type: 'renewed'; readonly copy: CopyId; readonly at: Instant; readonly loan: number }

/** A period of a loan that ended late: one occasion of a fee. */
export interface Lateness {
  readonly borrower: BorrowerId
  readonly lentOn: Day
  readonly dueOn: Day
  readonly occasion: Day
}

/** A loan as it is after all steps, in their order in time. */
export interface LoanInTime {
  readonly loan: number
  readonly borrower: BorrowerId
  readonly copy: CopyId
  readonly lentOn: Day
  readonly dueOn: Day
  readonly endedAt: Instant | null
  readonly isBilled: boolean
  /** Whether the copy came back, or was lent, after it was billed. */
  readonly isFound: boolean
  readonly late: ReadonlyArray<Lateness>
}

const loanDays = 30
const billedAfterDays = 35

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other)

const latenessOn = ({ borrower, lentOn, dueOn }: LoanInTime, occasion: Day): ReadonlyArray<Lateness> =>
  occasion > dueOn ? [{ borrower, lentOn, dueOn, occasion }] : []

const endAt =
  (at: Instant) =>
  (loan: LoanInTime): LoanInTime => ({ ...loan, endedAt: at, late: [...loan.late, ...latenessOn(loan, dayOf(at))] })

/** "Bill for compensation at 35 days": the loan is billed at the end of that day, if that has passed by the moment. */
const billBefore =
  (at: Instant) =>
  (loan: LoanInTime): LoanInTime => {
    const billedOn = addDays(billedAfterDays)(loan.dueOn)
    return loan.endedAt !== null || lastInstantOfDay(billedOn) >= at
      ? loan
      : { ...endAt(lastInstantOfDay(billedOn))(loan), isBilled: true }
  }

const renewAt =
  (at: Instant) =>
  (loan: LoanInTime): LoanInTime =>
    loan.endedAt === null
      ? {
          ...loan,
          dueOn: laterOf(loan.dueOn, addDays(loanDays)(dayOf(at))),
          late: [...loan.late, ...latenessOn(loan, dayOf(at))],
        }
      : loan

const endOrFind =
  (at: Instant) =>
  (loan: LoanInTime): LoanInTime =>
    loan.endedAt === null ? endAt(at)(loan) : { ...loan, isFound: loan.isBilled }

/** The loans of one copy after its steps, in their order in time. A loan ends with the first return or loan after it. */
const loansOfCopy = (steps: ReadonlyArray<Step>, now: Instant): ReadonlyArray<LoanInTime> => {
  const loans: LoanInTime[] = []
  const change = (index: number, of: (loan: LoanInTime) => LoanInTime): void => {
    const loan = loans[index]
    if (loan !== undefined) loans[index] = of(loan)
  }
  for (const step of steps.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    change(loans.length - 1, billBefore(step.at))
    if (step.type === 'renewed') {
      change(
        loans.findIndex(({ loan }) => loan === step.loan),
        renewAt(step.at),
      )
      continue
    }
    change(loans.length - 1, endOrFind(step.at))
    if (step.type === 'lent') {
      const { loan, borrower, copy, at } = step
      const lentOn = dayOf(at)
      const dueOn = addDays(loanDays)(lentOn)
      const running = { endedAt: null, isBilled: false, isFound: false, late: [] }
      loans.push({ loan, borrower, copy, lentOn, dueOn, ...running })
    }
  }
  change(loans.length - 1, billBefore(now))
  return loans
}

/** The loans of the library after steps, in their order in time, however they arrived. */
export const loansInTime = (steps: ReadonlyArray<Step>, now: Instant): ReadonlyArray<LoanInTime> => {
  const byCopy = new Map<CopyId, Step[]>()
  for (const step of steps) {
    const ofCopy = byCopy.get(step.copy)
    if (ofCopy === undefined) byCopy.set(step.copy, [step])
    else ofCopy.push(step)
  }
  return [...byCopy.values()].flatMap((ofCopy) => loansOfCopy(ofCopy, now))
}

/** Kroner by days overdue, for adults and for children: the maxima of the law, written down once more. */
const kronerOwed = (daysOverdue: number, isChild: boolean): number => {
  if (daysOverdue <= 7) return isChild ? 10 : 20
  if (daysOverdue <= 14) return isChild ? 30 : 60
  if (daysOverdue <= 30) return isChild ? 55 : 120
  return isChild ? 120 : 230
}

/** What is owed for a lateness, in øre. */
export const oreOwed = ({ dueOn, occasion }: Lateness, isChild: boolean): number =>
  kronerOwed(daysBetween(dueOn)(occasion), isChild) * 100

import type { Day } from '../../../../domain/values/day'
import type { CopyId } from '../../../../domain/values/ids'
import type { LedgerLoan } from '../reading/ledger-loan'
import { createTitleAndCopyNumberAssigner } from './title-and-copy-number-assigner'
import type {
  ReplayPlan,
  CopyToAcquireInImport,
  PlannedReplayDay,
  LoanInReplayPlan,
  ReturnInReplayPlan,
} from './replay-plan'
import { createAvailableCopyPool } from './ledger-copy-pool'

/** A loan that is not returned, with its copy. */
interface OpenLoan {
  readonly loan: LedgerLoan
  readonly copy: CopyId
}

interface MutablePlannedDay {
  readonly returnsOfEarlierLoans: ReturnInReplayPlan[]
  readonly acquisitions: CopyToAcquireInImport[]
  readonly loans: LoanInReplayPlan[]
  readonly returnsOfTheDay: ReturnInReplayPlan[]
}

const emptyPlannedDay = (): MutablePlannedDay => ({
  returnsOfEarlierLoans: [],
  acquisitions: [],
  loans: [],
  returnsOfTheDay: [],
})

const groupByLendingDay = (loans: ReadonlyArray<LedgerLoan>): Map<Day, LedgerLoan[]> => {
  const byDay = new Map<Day, LedgerLoan[]>()
  for (const loan of loans) {
    const ofDay = byDay.get(loan.lentOn)
    if (ofDay === undefined) byDay.set(loan.lentOn, [loan])
    else ofDay.push(loan)
  }
  return byDay
}

const activeDays = (loans: ReadonlyArray<LedgerLoan>): ReadonlyArray<Day> => {
  const days = new Set<Day>()
  for (const { lentOn, returned } of loans) {
    days.add(lentOn)
    if (returned._tag === 'On') days.add(returned.day)
  }
  return [...days].sort()
}

/** Plans one day after another. Each day must be planned once, in order. */
const createDayPlanner = (numbersTaken: number, loans: ReadonlyArray<LedgerLoan>) => {
  const { titleNumberOf, nextCopyNumber, count } = createTitleAndCopyNumberAssigner(numbersTaken)
  const availableCopies = createAvailableCopyPool()
  const loansByDay = groupByLendingDay(loans)
  const dueBack = new Map<Day, OpenLoan[]>()

  const planReturns = (into: ReturnInReplayPlan[], day: Day): void => {
    for (const { loan, copy } of dueBack.get(day) ?? []) {
      into.push({ row: loan.row, copy })
      availableCopies.putBack(loan.title, copy)
    }
    dueBack.delete(day)
  }
  const planAcquisition = (into: CopyToAcquireInImport[], { title, titleName, author }: LedgerLoan): CopyId => {
    const copy = nextCopyNumber()
    into.push({ copy, title: titleNumberOf(title), name: titleName, author })
    return copy
  }
  const planLoan = (planned: MutablePlannedDay, loan: LedgerLoan): void => {
    const copy = availableCopies.take(loan.title) ?? planAcquisition(planned.acquisitions, loan)
    planned.loans.push({ row: loan.row, copy, borrower: loan.borrower })
    if (loan.returned._tag === 'Never') return
    const returnsOfDay = dueBack.get(loan.returned.day)
    if (returnsOfDay === undefined) dueBack.set(loan.returned.day, [{ loan, copy }])
    else returnsOfDay.push({ loan, copy })
  }
  const planNext = (day: Day): PlannedReplayDay => {
    const planned = emptyPlannedDay()
    planReturns(planned.returnsOfEarlierLoans, day)
    for (const loan of loansByDay.get(day) ?? []) planLoan(planned, loan)
    planReturns(planned.returnsOfTheDay, day)
    loansByDay.delete(day)
    return planned
  }
  return { planNext, count }
}

/**
 * Plans the replay of a ledger day by day, and assigns a copy to each loan: an available one, or a new one when all
 * copies of the title are lent. The same loans give the same plan. Undefined when there are no loans. `numbersTaken` is
 * the number of item and title numbers that earlier imports may have used.
 */
export const makeReplayPlan =
  (numbersTaken: number) =>
  (loans: ReadonlyArray<LedgerLoan>): ReplayPlan | undefined => {
    const days = activeDays(loans)
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return undefined
    const { planNext, count } = createDayPlanner(numbersTaken, loans)
    let next = 0
    let latest: { readonly day: Day; readonly planned: PlannedReplayDay } | undefined
    const planUpTo = (day: Day): void => {
      for (let each = days[next]; each !== undefined && each <= day; each = days[next]) {
        latest = { day: each, planned: planNext(each) }
        next += 1
      }
    }
    return {
      days,
      planDay: (day) => {
        planUpTo(day)
        return latest?.day === day ? latest.planned : undefined
      },
      countAcquisitions: () => {
        planUpTo(last)
        return count()
      },
      first,
      last,
    }
  }

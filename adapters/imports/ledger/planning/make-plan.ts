import type { Day } from '../../../../domain/values/day'
import type { CopyId } from '../../../../domain/values/ids'
import type { LedgerLoan } from '../reading/ledger-loan'
import { numbering } from './numbering'
import type { Plan, PlannedCopy, PlannedDay, PlannedLoan, PlannedReturn } from './plan'
import { emptyShelf } from './shelf'

/** A loan that is out, with the copy it was given. */
interface Out {
  readonly loan: LedgerLoan
  readonly copy: CopyId
}

interface Planning {
  readonly returnsOfEarlierLoans: PlannedReturn[]
  readonly acquisitions: PlannedCopy[]
  readonly loans: PlannedLoan[]
  readonly returnsOfTheDay: PlannedReturn[]
}

const nothing = (): Planning => ({ returnsOfEarlierLoans: [], acquisitions: [], loans: [], returnsOfTheDay: [] })

const lentByDay = (loans: ReadonlyArray<LedgerLoan>): Map<Day, LedgerLoan[]> => {
  const byDay = new Map<Day, LedgerLoan[]>()
  for (const loan of loans) {
    const ofDay = byDay.get(loan.lentOn)
    if (ofDay === undefined) byDay.set(loan.lentOn, [loan])
    else ofDay.push(loan)
  }
  return byDay
}

const daysIn = (loans: ReadonlyArray<LedgerLoan>): ReadonlyArray<Day> => {
  const days = new Set<Day>()
  for (const { lentOn, returned } of loans) {
    days.add(lentOn)
    if (returned._tag === 'On') days.add(returned.day)
  }
  return [...days].sort()
}

/** Plans one day after the other. Each is told to come once, and in order. */
const planning = (taken: number, loans: ReadonlyArray<LedgerLoan>) => {
  const { titleOf, nextCopy, given } = numbering(taken)
  const shelf = emptyShelf()
  const lent = lentByDay(loans)
  const dueBack = new Map<Day, Out[]>()

  const takeBack = (into: PlannedReturn[], day: Day): void => {
    for (const { loan, copy } of dueBack.get(day) ?? []) {
      into.push({ row: loan.row, copy })
      shelf.putBack(loan.title, copy)
    }
    dueBack.delete(day)
  }
  const acquire = (into: PlannedCopy[], { title, titleName, author }: LedgerLoan): CopyId => {
    const copy = nextCopy()
    into.push({ copy, title: titleOf(title), name: titleName, author })
    return copy
  }
  const lend = (planned: Planning, loan: LedgerLoan): void => {
    const copy = shelf.take(loan.title) ?? acquire(planned.acquisitions, loan)
    planned.loans.push({ row: loan.row, copy, borrower: loan.borrower })
    if (loan.returned._tag === 'Never') return
    const others = dueBack.get(loan.returned.day)
    if (others === undefined) dueBack.set(loan.returned.day, [{ loan, copy }])
    else others.push({ loan, copy })
  }
  const plan = (day: Day): PlannedDay => {
    const planned = nothing()
    takeBack(planned.returnsOfEarlierLoans, day)
    for (const loan of lent.get(day) ?? []) lend(planned, loan)
    takeBack(planned.returnsOfTheDay, day)
    lent.delete(day)
    return planned
  }
  return { plan, given }
}

/**
 * Plans a ledger day by day, and gives each loan a copy: one that is in, or a new one when all known copies of its
 * title are out. The same loans give the same plan. Undefined when there are none. `taken` is how many numbers earlier
 * imports may have used.
 */
export const makePlan =
  (taken: number) =>
  (loans: ReadonlyArray<LedgerLoan>): Plan | undefined => {
    const days = daysIn(loans)
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return undefined
    const { plan, given } = planning(taken, loans)
    let next = 0
    let latest: { readonly day: Day; readonly planned: PlannedDay } | undefined
    const planUpTo = (day: Day): void => {
      for (let each = days[next]; each !== undefined && each <= day; each = days[next]) {
        latest = { day: each, planned: plan(each) }
        next += 1
      }
    }
    return {
      days,
      on: (day) => {
        planUpTo(day)
        return latest?.day === day ? latest.planned : undefined
      },
      bought: () => {
        planUpTo(last)
        return given()
      },
      first,
      last,
    }
  }

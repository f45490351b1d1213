import { fewestBorrowersOfCell } from '../../../domain/calendar/statistics/merge-small-cells'
import { publishTallies } from '../../../domain/calendar/statistics/publish-tallies'
import type { StatisticsTally } from '../../../domain/calendar/statistics/tally-items'

/** What happened in one municipality: how many borrowers were active, how many of them borrowed, and how many loans. */
export interface Municipality {
  readonly active: number
  readonly borrowing: number
  readonly loans: number
}

/** All municipalities of a made-up month. */
export type MadeUpMonth = ReadonlyArray<Municipality>

const names = ['a', 'b', 'c']

const sumOf = (amounts: ReadonlyArray<number>): number => amounts.reduce((sum, amount) => sum + amount, 0)

const tally = (
  of: 'loans' | 'activeBorrowers',
  cells: ReadonlyArray<readonly [count: number, borrowers: number]>,
): StatisticsTally => ({
  ...({ of, by: 'municipality' } as const),
  borrowers: sumOf(cells.map(([, borrowers]) => borrowers)),
  values: cells.flatMap(([count, borrowers], index) =>
    count === 0 ? [] : [{ value: names[index]!, count, borrowers }],
  ),
})

/** What an attacker sees of a month: its two tables, and the number of loans, which stands in the log. */
export const seenByAttacker = (month: MadeUpMonth): string => {
  const loans = tally(
    'loans',
    month.map((each) => [each.loans, each.borrowing]),
  )
  const active = tally(
    'activeBorrowers',
    month.map((each) => [each.active, each.active]),
  )
  return JSON.stringify([publishTallies([loans, active]), sumOf(month.map((each) => each.loans))])
}

export const isFew = (borrowers: number): boolean => borrowers > 0 && borrowers < fewestBorrowersOfCell

const upTo = (n: number): ReadonlyArray<number> => Array.from({ length: n + 1 }, (_, i) => i)

/** Each municipality with at most so many active borrowers and loans. Whoever borrows has a loan, and is active. */
const municipalities = (mostActive: number, mostLoans: number): ReadonlyArray<Municipality> =>
  upTo(mostActive).flatMap((active) =>
    upTo(Math.min(active, mostLoans)).flatMap((borrowing) =>
      borrowing === 0
        ? [{ active, borrowing, loans: 0 }]
        : upTo(mostLoans - borrowing).map((more) => ({ active, borrowing, loans: borrowing + more })),
    ),
  )

/** Every month of three municipalities with at most so many active borrowers and loans. */
export const monthsUpTo = function* (mostActive: number, mostLoans: number): Generator<MadeUpMonth> {
  for (const a of municipalities(mostActive, mostLoans))
    for (const b of municipalities(mostActive - a.active, mostLoans - a.loans))
      for (const c of municipalities(mostActive - a.active - b.active, mostLoans - a.loans - b.loans)) yield [a, b, c]
}

/** The months that look the same to somebody who sees so much of each. */
export const monthsThatLookAlike = (
  months: Iterable<MadeUpMonth>,
  seen: (month: MadeUpMonth) => string,
): ReadonlyArray<ReadonlyArray<MadeUpMonth>> => {
  const groups = new Map<string, MadeUpMonth[]>()
  for (const month of months) {
    const group = groups.get(seen(month))
    if (group === undefined) groups.set(seen(month), [month])
    else group.push(month)
  }
  return [...groups.values()]
}

const leavesOne = (alike: ReadonlyArray<MadeUpMonth>, of: (month: MadeUpMonth) => number): boolean => {
  const [first] = alike
  return first !== undefined && alike.every((month) => of(month) === of(first))
}

/**
 * The months in which a count of few borrowers is the same in all that look alike: the attacker knows it. The loans of
 * the one municipality that has any are no secret: that count is the whole, which stands in the log.
 */
export const monthsThatTell = (groups: ReadonlyArray<ReadonlyArray<MadeUpMonth>>): ReadonlyArray<MadeUpMonth> =>
  groups.flatMap((alike) => {
    const tells = names.map((_, at) => ({
      active: leavesOne(alike, (month) => month[at]!.active),
      loans: leavesOne(alike, (month) => month[at]!.loans),
    }))
    return alike.filter((month) => {
      const all = sumOf(month.map(({ loans }) => loans))
      return month.some(
        ({ active, borrowing, loans }, at) =>
          (isFew(active) && tells[at]!.active) || (isFew(borrowing) && loans < all && tells[at]!.loans),
      )
    })
  })

import type { MunicipalityCode } from '../../values/ids'
import type { AgeClass } from '../../policy/age-class'
import type { BorrowerGroup } from '../../policy/borrower-group'
import type { StatisticsCell } from '../events/month-counted'
import { mergeSmallTallies, type LoanTally } from './merge-small-tallies'

/** What the statistics count of a loan. */
export interface LoanInStatistics {
  readonly borrowerGroup: BorrowerGroup
  readonly municipality: MunicipalityCode | null
  readonly ageClass: AgeClass
}

/** The tables of a month, each over all its loans. Tables are never combined, because combined cells are small. */
const tables: ReadonlyArray<readonly [by: keyof LoanInStatistics, value: (loan: LoanInStatistics) => string]> = [
  ['borrowerGroup', (loan) => loan.borrowerGroup],
  ['municipality', (loan) => loan.municipality ?? 'unknown'],
  ['ageClass', (loan) => loan.ageClass],
]

const tallyLoans = (values: ReadonlyArray<string>): ReadonlyArray<LoanTally> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, loans]) => ({ value, loans }))
}

/** The anonymous statistics of a list of loans: by borrower group, municipality and age class. */
export const statisticsCellsOf = (loans: ReadonlyArray<LoanInStatistics>): ReadonlyArray<StatisticsCell> =>
  tables.flatMap(([by, valueOf]) => mergeSmallTallies(tallyLoans(loans.map(valueOf))).map((cell) => ({ by, ...cell })))

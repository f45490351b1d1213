import type { MunicipalityCode } from '../../values/ids'
import type { AgeClass } from '../../policy/age-class'
import type { BorrowerGroup } from '../../policy/borrower-group'
import type { Cell } from '../events/month-counted'
import { mergeSmall, type Tally } from './merge'

/** What is counted of a loan. */
export interface CountedLoan {
  readonly borrowerGroup: BorrowerGroup
  readonly municipality: MunicipalityCode | null
  readonly ageClass: AgeClass
}

/** The tables of a month, each over all its loans. They are never crossed: crossing makes cells small. */
const tables: ReadonlyArray<readonly [by: keyof CountedLoan, value: (loan: CountedLoan) => string]> = [
  ['borrowerGroup', (loan) => loan.borrowerGroup],
  ['municipality', (loan) => loan.municipality ?? 'unknown'],
  ['ageClass', (loan) => loan.ageClass],
]

const tally = (values: ReadonlyArray<string>): ReadonlyArray<Tally> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, loans]) => ({ value, loans }))
}

/** The anonymous statistics of a list of loans: by borrower group, municipality and age class. */
export const cellsOf = (loans: ReadonlyArray<CountedLoan>): ReadonlyArray<Cell> =>
  tables.flatMap(([by, valueOf]) => mergeSmall(tally(loans.map(valueOf))).map((cell) => ({ by, ...cell })))

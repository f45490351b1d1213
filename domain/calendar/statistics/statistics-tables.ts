import * as t from 'io-ts'

/** What the statistics of a month count. */
export const CountedKind = t.keyof({
  loans: null,
  renewals: null,
  returns: null,
  reservations: null,
  activeBorrowers: null,
})
export type CountedKind = t.TypeOf<typeof CountedKind>

/** By what they count it. Two of these are never combined in one table, because combined cells are small. */
export const StatisticsDimension = t.keyof({
  branch: null,
  materialGroup: null,
  borrowerGroup: null,
  municipality: null,
  ageClass: null,
})
export type StatisticsDimension = t.TypeOf<typeof StatisticsDimension>

/** What a table counts, and by what. Where all of it stands openly in the log, its cells are not merged. */
export interface TableOfMonth {
  readonly of: CountedKind
  readonly by: StatisticsDimension
  readonly isOpen: boolean
}

const tablesOf = (
  of: CountedKind,
  { open, merged }: Readonly<Record<'open' | 'merged', ReadonlyArray<StatisticsDimension>>>,
): ReadonlyArray<TableOfMonth> => [
  ...open.map((by) => ({ of, by, isOpen: true })),
  ...merged.map((by) => ({ of, by, isOpen: false })),
]

const ofBorrower = ['borrowerGroup', 'municipality', 'ageClass'] as const

/** What the library knows of a borrower. */
export const borrowerDimensions: ReadonlySet<StatisticsDimension> = new Set(ofBorrower)

/**
 * The tables of a month. Returns have none by what is known of borrowers: loans less returns is what is still on loan,
 * so tables of both would let neighbouring months give a merged cell back.
 */
export const tablesOfMonth: ReadonlyArray<TableOfMonth> = [
  ...tablesOf('loans', { open: ['branch', 'materialGroup'], merged: ofBorrower }),
  ...tablesOf('renewals', { open: ['branch', 'materialGroup'], merged: ofBorrower }),
  ...tablesOf('returns', { open: ['branch', 'materialGroup'], merged: [] }),
  ...tablesOf('reservations', { open: ['materialGroup'], merged: ['branch', ...ofBorrower] }),
  ...tablesOf('activeBorrowers', { open: [], merged: ['branch', 'materialGroup', ...ofBorrower] }),
]

/** The kinds in the order in which a closing counts them. */
export const countedKinds: ReadonlyArray<CountedKind> = [...new Set(tablesOfMonth.map(({ of }) => of))]

import { viewsOfBorrower } from '../../../projections/accesses/access-queries'
import { accessesTable, viewsTable } from '../../../projections/accesses/access-tables'
import { viewsOfMonth } from '../ground-truth/learn-openings'
import { broken } from './broken-promise'
import { compareRows } from './compare-rows'
import type { Check } from './midnight'

/** "In which month, which role opened the record, why": the openings of the month by day, and what stays of the months before. */
export const checkOpenings: Check = ({ year: { groundTruth, library } }) => {
  const { rows } = library
  const openings = [...groundTruth.accesses.values()].filter(({ borrower }) => groundTruth.borrowers.has(borrower))
  return [
    ...compareRows(rows, {
      ...{ table: accessesTable, key: 'access', promise: 'accesses', promiseOfColumn: { staffNumber: 'accessStaff' } },
      rows: openings.map(({ access, borrower, opening }) => ({ access, borrower, ...opening })),
    }),
    ...compareRows(rows, {
      ...{ table: viewsTable, key: 'view', promise: 'accesses' },
      rows: [...groundTruth.views.values()].map((view) => ({ ...view })),
    }),
    ...[...groundTruth.views.values()].flatMap(({ view, borrower, month }) => {
      const written = viewsOfBorrower(0)(borrower)(rows).filter((one) => one.month === month)
      const expected = viewsOfMonth(groundTruth, borrower, month)
      return sortedReasons(written) === sortedReasons(expected)
        ? []
        : [broken('accesses', 'a view says another reason', view)]
    }),
  ]
}

const sortedReasons = (views: ReadonlyArray<{ readonly reason: string; readonly role: string }>): string =>
  views
    .map(({ role, reason }) => `${role} ${reason}`)
    .sort()
    .join()

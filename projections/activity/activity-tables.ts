import type { LoanId, MunicipalityCode, StatisticsId } from '../../domain/values/ids'
import type { AgeClass } from '../../domain/policy/age-class'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import {
  purgedWithColumn,
  personalTextColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** The loans of a month with their counted members, until the month's statistics scope is erased. */
export const loansForMonthStatisticsTable = defineTable(
  'monthLoans',
  {
    loan: personalTextColumn<LoanId>(),
    statistics: purgedWithColumn<StatisticsId>('statistics'),
    borrowerGroup: personalTextColumn<BorrowerGroup>(),
    municipality: nullablePersonalTextColumn<MunicipalityCode>(),
    ageClass: personalTextColumn<AgeClass>(),
  },
  ['loan'],
)
export type LoanOfMonthRow = TableRow<typeof loansForMonthStatisticsTable>

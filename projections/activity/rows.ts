import type { LoanId, MunicipalityCode, StatisticsId } from '../../domain/values/ids'
import type { AgeClass } from '../../domain/policy/age-class'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import { goesWith, personalText, personalTextOrNull, table, type Row } from '../kernel/table'

/** The loans of a month with what is counted of them, until the month's scope of statistics is forgotten. */
export const monthLoans = table(
  'monthLoans',
  {
    loan: personalText<LoanId>(),
    statistics: goesWith<StatisticsId>('statistics'),
    borrowerGroup: personalText<BorrowerGroup>(),
    municipality: personalTextOrNull<MunicipalityCode>(),
    ageClass: personalText<AgeClass>(),
  },
  ['loan'],
)
export type MonthLoan = Row<typeof monthLoans>

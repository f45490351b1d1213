import type {
  BranchId,
  CopyId,
  EventId,
  LoanId,
  MunicipalityCode,
  ReservationId,
  StatisticsId,
  TitleId,
} from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import type { AgeClass } from '../../domain/policy/age-class'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import {
  purgedWithColumn,
  openNumberColumn,
  openTextColumn,
  personalTextColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

const columnsOfBorrower = {
  borrowerGroup: personalTextColumn<BorrowerGroup>(),
  municipality: nullablePersonalTextColumn<MunicipalityCode>(),
  ageClass: personalTextColumn<AgeClass>(),
}

/** The loans of a month with their counted members, until the month's statistics scope is erased. */
export const loansForMonthStatisticsTable = defineTable(
  'monthLoans',
  {
    loan: personalTextColumn<LoanId>(),
    statistics: purgedWithColumn<StatisticsId>('statistics'),
    copy: personalTextColumn<CopyId>(),
    branch: personalTextColumn<BranchId>(),
    ...columnsOfBorrower,
  },
  ['loan'],
)
export type LoanOfMonthRow = TableRow<typeof loansForMonthStatisticsTable>

/** The reservations of a month with their counted members, until the month's statistics scope is erased. */
export const reservationsForMonthStatisticsTable = defineTable(
  'monthReservations',
  {
    reservation: personalTextColumn<ReservationId>(),
    statistics: purgedWithColumn<StatisticsId>('statistics'),
    title: personalTextColumn<TitleId>(),
    pickUpBranch: personalTextColumn<BranchId>(),
    ...columnsOfBorrower,
  },
  ['reservation'],
)

/** How often each loan was renewed in a month, from open parts, until the month is counted. */
export const renewalsForMonthStatisticsTable = defineTable(
  'monthRenewals',
  {
    month: openTextColumn<Month>(),
    loan: openTextColumn<LoanId>(),
    copy: openTextColumn<CopyId>(),
    renewals: openNumberColumn(),
  },
  ['month', 'loan', 'copy'],
)

/** The returns of a month, from open parts, until the month is counted. `event` is the id of the event. */
export const returnsForMonthStatisticsTable = defineTable(
  'monthReturns',
  {
    month: openTextColumn<Month>(),
    event: openTextColumn<EventId>(),
    copy: openTextColumn<CopyId>(),
    branch: openTextColumn<BranchId>(),
  },
  ['month', 'event'],
)

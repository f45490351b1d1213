import type { BorrowerId, CopyId, LoanId, ReservationId, TitleId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import { defineTable, personalTextColumn, purgedWithColumn, type TableRow } from '../read-model/define-table'

/** Refusals of loans and of renewals that staff have overridden, until the loan is forgotten. */
export const loanOverridesTable = defineTable(
  'loanOverrides',
  {
    loan: purgedWithColumn<LoanId>('loan'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    copy: personalTextColumn<CopyId>(),
    act: personalTextColumn<'loan' | 'renewal'>(),
    overriddenAt: personalTextColumn<Instant>(),
    /** What was overridden, with spaces between. */
    refusals: personalTextColumn(),
    reason: personalTextColumn(),
  },
  ['loan', 'overriddenAt'],
)
export type LoanOverrideRow = TableRow<typeof loanOverridesTable>

/** Refusals of reservations that staff have overridden, until the reservation ends. */
export const reservationOverridesTable = defineTable(
  'reservationOverrides',
  {
    reservation: purgedWithColumn<ReservationId>('reservation'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    title: personalTextColumn<TitleId>(),
    overriddenAt: personalTextColumn<Instant>(),
    /** What was overridden, with spaces between. */
    refusals: personalTextColumn(),
    reason: personalTextColumn(),
  },
  ['reservation'],
)
export type ReservationOverrideRow = TableRow<typeof reservationOverridesTable>

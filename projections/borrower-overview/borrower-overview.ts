import type { BorrowerNotes } from '../../domain/borrower/borrower-notes'
import type { ContactDetails } from '../../domain/borrower/contact-details'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { sumOfOre, type Ore } from '../../domain/values/ore'
import type { AbsencePeriod } from '../../domain/policy/absence-period'
import type { DebtLimit } from '../../domain/policy/debt-limit'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { FeePolicyByDay } from '../../domain/policy/fee-policy'
import { absenceOfBorrower } from '../absences/absence-queries'
import {
  recordedBlocksOfBorrower,
  borrowerById,
  cardsOfBorrower,
  contactOfBorrower,
  verifiedEmailsOfBorrower,
  type BorrowerRecord,
} from '../borrowers/borrower-record-queries'
import type { BlockRow, CardRow } from '../borrowers/borrower-tables'
import { blockedForDebtSince, unsettledAmountOfBorrower } from '../fees/borrower-debt'
import { registeredGuardianOf, type RegisteredGuardian } from '../guardians/guardian-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { loansOfBorrower } from '../loans/loan-queries'
import { withEffectiveDueDay } from '../loans/loan-with-effective-due-day'
import { notesOnBorrower } from '../notes/note-queries'
import { sumOfUnleviedLatenessFees } from '../standing/sum-of-unlevied-lateness-fees'
import { feesInOverview, type FeeInOverview } from './fees-in-overview'
import { loanInOverview, type LoanInOverview } from './loan-in-overview'
import { reimbursementsInOverview, type ReimbursementInOverview } from './reimbursements-in-overview'
import { reservationsInOverview, type ReservationInOverview } from './reservations-in-overview'

/** The policy values from which the overview is computed. */
interface OverviewPolicy {
  readonly today: Day
  readonly fees: FeePolicyByDay
  readonly debtLimit: DebtLimit
  readonly deadlineAt: EffectiveDeadline
  /** How many days after its end a loan is forgotten, and a fee after its settlement. */
  readonly retentionDays: { readonly loan: number; readonly fee: number }
}

/** All data on a borrower, as staff see it. Nobody can read the PIN. */
export interface BorrowerOverview {
  readonly record: BorrowerRecord
  readonly contact: ContactDetails | undefined
  readonly verifiedEmails: ReadonlyArray<string>
  readonly absence: AbsencePeriod | undefined
  readonly guardian: RegisteredGuardian | undefined
  readonly cards: ReadonlyArray<Pick<CardRow, 'card' | 'number'>>
  readonly blocks: ReadonlyArray<BlockRow>
  /** The internal note is for staff only. */
  readonly notes: BorrowerNotes
  readonly loans: ReadonlyArray<LoanInOverview>
  readonly reservations: ReadonlyArray<ReservationInOverview>
  readonly fees: ReadonlyArray<FeeInOverview>
  readonly reimbursements: ReadonlyArray<ReimbursementInOverview>
  /** Unsettled fees plus late returns and renewals whose fee is not levied yet, in øre; and the day since which the debt blocks, if it does. */
  readonly balance: { readonly owed: Ore; readonly blockedSince: Day | undefined }
}

/** A borrower's overview; undefined when nobody with this id is registered. */
export const borrowerOverview =
  (policy: OverviewPolicy) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): BorrowerOverview | undefined => {
    const record = borrowerById(borrower)(rows)
    if (record === undefined) return undefined
    const loans = loansOfBorrower(borrower)(rows)
    return {
      record,
      contact: contactOfBorrower(borrower)(rows),
      verifiedEmails: verifiedEmailsOfBorrower(borrower)(rows),
      absence: absenceOfBorrower(borrower)(rows),
      guardian: registeredGuardianOf(borrower)(rows),
      cards: cardsOfBorrower(borrower)(rows).map(({ card, number }) => ({ card, number })),
      blocks: recordedBlocksOfBorrower(borrower)(rows),
      notes: notesOnBorrower(borrower)(rows),
      loans: loans.map(withEffectiveDueDay(policy.deadlineAt)).map(loanInOverview(policy.retentionDays.loan)),
      reservations: reservationsInOverview(policy.deadlineAt)(borrower)(rows),
      fees: feesInOverview(policy.retentionDays.fee)(borrower)(rows),
      reimbursements: reimbursementsInOverview(policy.retentionDays.fee)(borrower)(rows),
      balance: {
        owed: sumOfOre([
          unsettledAmountOfBorrower(borrower)(rows),
          sumOfUnleviedLatenessFees(policy.fees, policy.today)(borrower, loans)(rows),
        ]),
        blockedSince: blockedForDebtSince(policy.debtLimit)(borrower)(rows),
      },
    }
  }

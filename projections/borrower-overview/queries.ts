import type { Contact } from '../../domain/borrower/contact'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { sum, type Ore } from '../../domain/values/ore'
import type { DebtLimit } from '../../domain/policy/debt'
import type { FeePolicy } from '../../domain/policy/fee-policy'
import { blocksOf, borrowerById, cardsOf, contactOf } from '../borrowers/queries'
import type { Block, Borrower, Card } from '../borrowers/rows'
import { debtSince, unsettledOf } from '../fees/debt'
import type { Rows } from '../kernel/rows'
import { loansOf } from '../loans/queries'
import { owedBeforeLevying } from '../standing/late-returns'
import { feesShown, type FeeShown } from './fees'
import { loanShown, type LoanShown } from './loans'
import { reservationsShown, type ReservationShown } from './reservations'

/** What the overview needs to know besides the rows. */
export interface Shown {
  readonly today: Day
  readonly fees: FeePolicy
  readonly debtLimit: DebtLimit
  /** Days after its end with which a loan, and a settled fee, is forgotten. */
  readonly kept: { readonly loan: number; readonly fee: number }
}

/** All that is held on a borrower, as the borrower and staff see it. The PIN is readable by nobody. */
export interface BorrowerOverview {
  readonly record: Borrower
  readonly contact: Contact | undefined
  readonly cards: ReadonlyArray<Pick<Card, 'card' | 'number'>>
  readonly blocks: ReadonlyArray<Block>
  readonly loans: ReadonlyArray<LoanShown>
  readonly reservations: ReadonlyArray<ReservationShown>
  readonly fees: ReadonlyArray<FeeShown>
  /** Unsettled fees with late returns whose fee is yet to be levied, in øre; and since when it blocks, if it does. */
  readonly balance: { readonly owed: Ore; readonly blockedSince: Day | undefined }
}

/** A borrower's overview; undefined for a stranger. */
export const borrowerOverview =
  (shown: Shown) =>
  (borrower: BorrowerId) =>
  (rows: Rows): BorrowerOverview | undefined => {
    const record = borrowerById(borrower)(rows)
    if (record === undefined) return undefined
    const loans = loansOf(borrower)(rows)
    return {
      record,
      contact: contactOf(borrower)(rows),
      cards: cardsOf(borrower)(rows).map(({ card, number }) => ({ card, number })),
      blocks: blocksOf(borrower)(rows),
      loans: loans.map(loanShown(shown.kept.loan)),
      reservations: reservationsShown(borrower)(rows),
      fees: feesShown(shown.kept.fee)(borrower)(rows),
      balance: {
        owed: sum([unsettledOf(borrower)(rows), owedBeforeLevying(shown.fees, shown.today)(borrower, loans)(rows)]),
        blockedSince: debtSince(shown.debtLimit)(borrower)(rows),
      },
    }
  }

import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { BorrowerOverview } from '../borrower-overview/borrower-overview'
import { cardsOfBorrower, identityOfBorrower } from '../borrowers/borrower-record-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { heldAccesses } from './held-accesses'
import { heldBalance, heldFeeDecisions } from './held-balance'
import { heldGuardian } from './held-guardian'
import { heldHistory } from './held-history'
import { heldLoans, heldOfflineCases } from './held-loans'
import { heldMessages } from './held-messages'
import { heldMessageCounts } from './held-message-counts'
import { heldNotesRequests } from './held-notes-requests'
import { heldNotices } from './held-notices'
import { heldOverrides } from './held-overrides'
import { heldBlocksAndNotes, heldContact, heldIdentity } from './held-record'
import { heldReservations } from './held-reservations'
import { heldSince } from './held-since'

/** How many days after its end a value is forgotten. */
export interface HeldDataRetentionDays {
  readonly loan: number
  readonly fee: number
  readonly payment: number
  readonly unmatched: number
  readonly message: number
  /** How many months after its own a notice is forgotten. */
  readonly noticeMonths: number
  /** How many months after their own counts are forgotten. */
  readonly messageCountMonths: number
  /** How many months after its own it is forgotten that somebody looked at a borrower. */
  readonly viewMonths: number
}

/**
 * All values in force that the library holds on a borrower and that somebody may read, by kind of data; undefined where it
 * holds none. What was replaced and waits for its erasure is in no read model: the export reads it from the logs.
 */
export const heldDataOf =
  (days: HeldDataRetentionDays, deadlineAt: EffectiveDeadline) =>
  (overview: BorrowerOverview) =>
  (rows: ReadModelRows) => {
    const { borrower } = overview.record
    const since = heldSince(borrower)(rows)
    const cards = cardsOfBorrower(borrower)(rows).map(({ card, number, recordedIn }) => ({ card, number, recordedIn }))
    return {
      ...heldIdentity(overview, identityOfBorrower(borrower)(rows)?.reason ?? null, since),
      ...heldContact(overview, since, cards),
      ...heldBlocksAndNotes(overview),
      ...heldGuardian(borrower, since.guardian)(rows),
      notesRequest: heldNotesRequests(days.noticeMonths)(borrower)(rows),
      loans: heldLoans(days.loan, deadlineAt)(borrower)(rows),
      offlineCases: heldOfflineCases(days.unmatched)([borrower, ...overview.cards.map(({ number }) => number)])(rows),
      reservations: heldReservations(deadlineAt)(borrower)(rows),
      overrides: heldOverrides(days.loan)(borrower)(rows),
      outstandingBalance: heldBalance(days)(overview)(rows),
      feeDecisions: heldFeeDecisions(overview)(rows),
      messages: heldMessages(days.message)(borrower)(rows),
      notices: heldNotices(days.noticeMonths)(borrower)(rows),
      messageCounts: heldMessageCounts(days.messageCountMonths)(borrower)(rows),
      accesses: heldAccesses(days.viewMonths)(borrower)(rows),
      loanHistory: heldHistory(borrower)(rows),
    }
  }

/** The values by kind of data. */
export type HeldData = ReturnType<ReturnType<ReturnType<typeof heldDataOf>>>

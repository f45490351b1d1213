import type { CollectionNoticeRequested } from './events/collection-notice-requested'
import type { CollectionNoticeSent } from './events/collection-notice-sent'
import type { DebtRenewed } from './events/debt-renewed'
import type { FeePassedOnForCollection } from './events/fee-passed-on-for-collection'
import type { FeeRecalledFromCollection } from './events/fee-recalled-from-collection'
import type { FeeSelectedForCollection } from './events/fee-selected-for-collection'
import type { FeeCancelled } from './events/fee-cancelled'
import type { FeeJoined } from './events/fee-joined'
import type { FeeLevied } from './events/fee-levied'
import type { FeePaid } from './events/fee-paid'
import type { FeeReduced } from './events/fee-reduced'
import type { FeeReimbursed } from './events/fee-reimbursed'
import type { FeeSettled } from './events/fee-settled'
import type { FeeWaived } from './events/fee-waived'
import type { FeeWrittenOff } from './events/fee-written-off'
import type { ReimbursementGranted } from './events/reimbursement-granted'
import type { ReimbursementPaidOut } from './events/reimbursement-paid-out'
import type { WriteOffReduced } from './events/write-off-reduced'

/** The events that end a fee or a reimbursement. `FeeSettled` follows each of them. */
export type SettlingEvent = FeePaid | FeeWaived | FeeWrittenOff | FeeCancelled | ReimbursementPaidOut

/** The events by which the collection of a fee goes on. */
export type CollectionEvent =
  | CollectionNoticeRequested
  | CollectionNoticeSent
  | FeeSelectedForCollection
  | FeePassedOnForCollection
  | FeeRecalledFromCollection

/** The events of a fee's stream. */
export type FeeEvent =
  | FeeLevied
  | FeeJoined
  | FeeReduced
  | DebtRenewed
  | CollectionEvent
  | SettlingEvent
  | FeeSettled
  | FeeReimbursed
  | WriteOffReduced
  | ReimbursementGranted

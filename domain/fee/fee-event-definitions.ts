import { CollectionNoticeRequested } from './events/collection-notice-requested'
import { CollectionNoticeSent } from './events/collection-notice-sent'
import { DebtRenewed } from './events/debt-renewed'
import { FeeCancelled, FeeCancelledVersion1 } from './events/fee-cancelled'
import { FeeJoined } from './events/fee-joined'
import { FeeLevied, FeeLeviedVersion1 } from './events/fee-levied'
import { FeePaid } from './events/fee-paid'
import { FeeReduced } from './events/fee-reduced'
import { FeeReimbursed } from './events/fee-reimbursed'
import { FeeSettled } from './events/fee-settled'
import { FeeWaived } from './events/fee-waived'
import { FeePassedOnForCollection } from './events/fee-passed-on-for-collection'
import { FeeRecalledFromCollection } from './events/fee-recalled-from-collection'
import { FeeSelectedForCollection } from './events/fee-selected-for-collection'
import { FeeWrittenOff, FeeWrittenOffVersion1 } from './events/fee-written-off'
import { ReimbursementGranted } from './events/reimbursement-granted'
import { ReimbursementPaidOut, ReimbursementPaidOutVersion1 } from './events/reimbursement-paid-out'
import { WriteOffReduced } from './events/write-off-reduced'

/** Every event of the stream of a fee, in each of its versions. */
export const feeEventDefinitions = [
  FeeCancelledVersion1,
  FeeCancelled,
  FeeJoined,
  FeeLeviedVersion1,
  FeeLevied,
  FeePaid,
  FeeReduced,
  FeeReimbursed,
  FeeSettled,
  FeeWaived,
  FeeWrittenOffVersion1,
  FeeWrittenOff,
  DebtRenewed,
  CollectionNoticeRequested,
  CollectionNoticeSent,
  FeeSelectedForCollection,
  FeePassedOnForCollection,
  FeeRecalledFromCollection,
  ReimbursementGranted,
  ReimbursementPaidOutVersion1,
  ReimbursementPaidOut,
  WriteOffReduced,
] as const

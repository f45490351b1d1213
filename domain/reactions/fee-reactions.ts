import { foundCopyCancelsCompensation } from './found-copy-cancels-compensation'
import { offlineActCorrectsFees } from './offline-act-corrects-fees'
import { lateRenewalLeviesFeeReaction } from './late-renewal-levies-fee-reaction'
import { lateReturnLeviesFee } from './late-return-levies-fee'
import { lostCopyLeviesCompensation } from './lost-copy-levies-compensation'
import { paymentPaysFees } from './payment-pays-fees'
import { reducedWriteOffLeviesFee } from './reduced-write-off-levies-fee'
import { reimbursedFeeGrantsReimbursement } from './reimbursed-fee-grants-reimbursement'
import { reimbursedFeeSpendsReceipt } from './reimbursed-fee-spends-receipt'
import { sentNoticeAllowsCollection } from './sent-notice-allows-collection'
import { undoneReturnCancelsFee } from './undone-return-cancels-fee'
import type { Reaction } from './reaction'

/** The reactions that levy, join, cancel, pay and reimburse fees, and let them be collected. */
export const feeReactions: ReadonlyArray<Reaction> = [
  lateReturnLeviesFee,
  undoneReturnCancelsFee,
  lateRenewalLeviesFeeReaction,
  offlineActCorrectsFees,
  lostCopyLeviesCompensation,
  foundCopyCancelsCompensation,
  paymentPaysFees,
  reimbursedFeeGrantsReimbursement,
  reimbursedFeeSpendsReceipt,
  reducedWriteOffLeviesFee,
  sentNoticeAllowsCollection,
]

import type { Route } from '../route/route'
import { blockBorrowerRoute, liftBlockRoute } from './borrowers/block-routes'
import { readContactRoute, changeContactRoute } from './borrowers/contact-routes'
import { giveHistoryConsentRoute, readHistoryRoute, withdrawHistoryConsentRoute } from './borrowers/history-routes'
import { readBorrowerRoute, readMeRoute } from './borrowers/read-borrower'
import { lookUpBorrowerRoute } from './borrowers/look-up-borrower'
import { readPreferencesRoute, changePreferencesRoute } from './borrowers/preferences-routes'
import { registerBorrowerRoute } from './borrowers/register-borrower'
import { requestErasureRoute } from './borrowers/request-erasure'
import { acquireCopyRoute } from './copies/acquire-copy'
import { changeShelfMarkRoute } from './copies/change-shelf-mark'
import { recordCopyArrivalRoute } from './copies/record-copy-arrival'
import { recordCopyFoundRoute } from './copies/record-copy-found'
import { readMissingCopiesRoute } from './copies/read-missing-copies'
import { recordMissingCopyRoute } from './copies/record-missing-copy'
import { readCopyRoute } from './copies/read-copy'
import { readCopyHolderRoute } from './copies/read-copy-holder'
import { returnCopyRoute } from './copies/return-copy'
import { sendCopyRoute } from './copies/send-copy'
import { withdrawCopyRoute } from './copies/withdraw-copy'
import { readFeesRoute } from './fees/read-fees'
import { payFeesRoute } from './fees/pay-fees'
import { payOutAgainstReceiptRoute } from './fees/pay-out-receipt'
import { readReceiptsOfFeeRoute } from './fees/read-receipts'
import { payOutReimbursementRoute } from './fees/pay-out-reimbursement'
import { readFeeTransactionsRoute } from './fees/read-fee-transactions'
import { reduceWriteOffRoute, reimburseFeeRoute } from './fees/settled-fee-routes'
import { cancelFeeRoute, reduceFeeRoute, writeOffFeeRoute } from './fees/unsettled-fee-routes'
import {
  listCertificatesRoute,
  readCertificateKeyRoute,
  readCertificateRoute,
} from './administration/certificate-routes'
import { moveClockForwardRoute } from './administration/move-clock-forward'
import { confirmDateRoute, readRetentionStatusRoute, runRetentionRoute } from './administration/retention-routes'
import { showStreamRoute } from './administration/show-stream'
import { prolongHoldRoute, releaseHoldRoute, setHoldRoute } from './holds/change-hold-routes'
import { listHoldsRoute } from './holds/list-holds'
import { claimReturnedRoute, withdrawReturnClaimRoute } from './loans/claim-returned-routes'
import { readSearchListRoute } from './loans/read-search-list'
import { readOverdueLoansRoute } from './loans/read-overdue-loans'
import { lendCopyRoute } from './loans/lend-copy'
import { renewLoanRoute } from './loans/renew-loan'
import { undoLoanRoute } from './loans/undo-loan'
import { readOfflineCasesRoute, resolveOfflineCaseRoute } from './offline-cases/offline-case-routes'
import { cancelReservationRoute } from './reservations/cancel-reservation'
import { changeReservationRoute } from './reservations/change-reservation'
import { readReservationRoute } from './reservations/read-reservation'
import { reserveTitleRoute } from './reservations/reserve-title'
import { readPickUpShelfRoute, readSetAsideCopiesRoute } from './reserved-copies/list-reserved-copies'
import {
  readPullListRoute,
  recordFoundOnPullListRoute,
  recordNotFoundOnPullListRoute,
} from './reserved-copies/pull-list-routes'
import {
  readBranchStatisticsRoute,
  readMonthStatisticsRoute,
  readTitleStatisticsRoute,
} from './statistics/statistics-routes'
import { readTitleRoute } from './titles/read-title'
import { readCopiesLeftRoute } from './policy/list-copies-left'
import { readBranchesRoute } from './policy/read-branches'
import { readPolicyRoute } from './policy/read-policy'

const catalogue = [readTitleRoute, readCopyRoute, readBranchesRoute, readPolicyRoute]
const loans = [
  lendCopyRoute,
  renewLoanRoute,
  undoLoanRoute,
  returnCopyRoute,
  readOverdueLoansRoute,
  readOfflineCasesRoute,
  resolveOfflineCaseRoute,
  claimReturnedRoute,
  withdrawReturnClaimRoute,
  readSearchListRoute,
]
const collection = [
  acquireCopyRoute,
  changeShelfMarkRoute,
  readCopyHolderRoute,
  sendCopyRoute,
  recordCopyArrivalRoute,
  recordCopyFoundRoute,
  recordMissingCopyRoute,
  readMissingCopiesRoute,
  withdrawCopyRoute,
  readCopiesLeftRoute,
]
const reservations = [
  reserveTitleRoute,
  readReservationRoute,
  changeReservationRoute,
  cancelReservationRoute,
  readPullListRoute,
  recordFoundOnPullListRoute,
  recordNotFoundOnPullListRoute,
  readPickUpShelfRoute,
  readSetAsideCopiesRoute,
]
const borrowers = [
  registerBorrowerRoute,
  lookUpBorrowerRoute,
  readMeRoute,
  readBorrowerRoute,
  requestErasureRoute,
  readContactRoute,
  changeContactRoute,
  readPreferencesRoute,
  changePreferencesRoute,
  blockBorrowerRoute,
  liftBlockRoute,
  readHistoryRoute,
  giveHistoryConsentRoute,
  withdrawHistoryConsentRoute,
]
const fees = [
  readFeesRoute,
  readFeeTransactionsRoute,
  payFeesRoute,
  reduceFeeRoute,
  writeOffFeeRoute,
  reduceWriteOffRoute,
  cancelFeeRoute,
  reimburseFeeRoute,
  payOutReimbursementRoute,
  readReceiptsOfFeeRoute,
  payOutAgainstReceiptRoute,
]
const statistics = [readMonthStatisticsRoute, readBranchStatisticsRoute, readTitleStatisticsRoute]
const administration = [
  readRetentionStatusRoute,
  runRetentionRoute,
  confirmDateRoute,
  moveClockForwardRoute,
  showStreamRoute,
  listCertificatesRoute,
  readCertificateKeyRoute,
  readCertificateRoute,
  listHoldsRoute,
  setHoldRoute,
  prolongHoldRoute,
  releaseHoldRoute,
]

/** All routes that are served. */
export const routes: ReadonlyArray<Route> = [
  ...catalogue,
  ...loans,
  ...collection,
  ...reservations,
  ...borrowers,
  ...fees,
  ...statistics,
  ...administration,
]

import { listEstatesRoute } from './estates/list-estates-route'
import type { Route } from '../route/route'
import { borrowerRoutes } from './borrowers/borrower-routes'
import { acquireCopyRoute } from './copies/acquire-copy-route'
import { changeShelfMarkRoute } from './copies/change-shelf-mark-route'
import { recordCopyArrivalRoute } from './copies/record-copy-arrival-route'
import { recordCopyFoundRoute } from './copies/record-copy-found-route'
import { readMissingCopiesRoute } from './copies/read-missing-copies-route'
import { recordMissingCopyRoute } from './copies/record-missing-copy-route'
import { readCopyRoute } from './copies/read-copy-route'
import { readCopyHolderRoute } from './copies/read-copy-holder-route'
import { returnCopyRoute } from './copies/return-copy-route'
import { sendCopyRoute } from './copies/send-copy-route'
import { withdrawCopyRoute } from './copies/withdraw-copy-route'
import { confirmCollectionFileRoute, makeCollectionFileRoute } from './collection/collection-file-routes'
import { listAccessesRoute } from './accesses/list-accesses-route'
import { listDisclosuresRoute } from './collection/list-disclosures-route'
import { listFeesInCollectionRoute } from './collection/list-fees-in-collection-route'
import { recallFromCollectionRoute, renewDebtRoute, requestCollectionNoticeRoute } from './fees/fee-collection-routes'
import { onlinePaymentRoutes } from './payments/online-payment-routes'
import { readFeesRoute } from './fees/read-fees-route'
import { payFeesRoute } from './fees/pay-fees-route'
import { payOutAgainstReceiptRoute } from './fees/pay-out-against-receipt-route'
import { readReceiptsOfFeeRoute } from './fees/read-receipts-of-fee-route'
import { payOutReimbursementRoute } from './fees/pay-out-reimbursement-route'
import { readFeeTransactionsRoute } from './fees/read-fee-transactions-route'
import { reduceWriteOffRoute, reimburseFeeRoute } from './fees/settled-fee-routes'
import { cancelFeeRoute, reduceFeeRoute, writeOffFeeRoute } from './fees/unsettled-fee-routes'
import { registerGuardianRoute, removeGuardianRoute } from './guardians/change-guardian-routes'
import { correctGuardianContactRoute } from './guardians/correct-guardian-contact-route'
import { confirmGuardianPaperDestroyedRoute, listGuardianPapersRoute } from './guardians/guardian-paper-routes'
import { unconfirmedGuardianPaperRoutes } from './guardians/unconfirmed-guardian-paper-routes'
import { lookUpGuardianRoute } from './guardians/look-up-guardian-route'
import { readGuardianRoute } from './guardians/read-guardian-route'
import { readGuardianshipRoute } from './guardians/read-guardianship-route'
import { sendEmailLinkToGuardianRoute } from './guardians/send-email-link-to-guardian-route'
import {
  listCertificatesRoute,
  readCertificateKeyRoute,
  readCertificateRoute,
} from './administration/certificate-routes'
import { moveClockForwardRoute } from './administration/move-clock-forward-route'
import { confirmDateRoute, readRetentionStatusRoute, runRetentionRoute } from './administration/retention-routes'
import { showStreamRoute } from './administration/show-stream-route'
import { prolongLegalHoldRoute, releaseLegalHoldRoute, setLegalHoldRoute } from './holds/legal-hold-routes'
import { listLegalHoldsRoute } from './holds/list-legal-holds-route'
import { claimReturnedRoute, withdrawReturnClaimRoute } from './loans/claim-returned-routes'
import { listCopiesToSearchForRoute } from './loans/list-copies-to-search-for-route'
import { readOverdueLoansRoute } from './loans/read-overdue-loans-route'
import { lendCopyRoute } from './loans/lend-copy-route'
import { renewLoanRoute } from './loans/renew-loan-route'
import { undoLoanRoute } from './loans/undo-loan-route'
import { readOfflineCasesRoute, resolveOfflineCaseRoute } from './offline-cases/offline-case-routes'
import { listNoticeLettersRoute, printNoticeRoute } from './messages/notice-letter-routes'
import { listLettersRoute, printLetterRoute } from './messages/letter-routes'
import { sendStatementRoute } from './messages/send-statement-route'
import { readMessagesRoute, readOwnMessagesRoute } from './messages/read-messages-routes'
import { cancelReservationRoute } from './reservations/cancel-reservation-route'
import { changeReservationRoute } from './reservations/change-reservation-route'
import { readReservationRoute } from './reservations/read-reservation-route'
import { reserveParallelTitlesRoute } from './reservations/reserve-parallel-titles-route'
import { reserveTitleRoute } from './reservations/reserve-title-route'
import { readPickUpShelfRoute, readSetAsideCopiesRoute } from './reserved-copies/list-reserved-copies-routes'
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
import { readStatisticsTableRoute } from './statistics/read-statistics-table-route'
import { readTitleRoute } from './titles/read-title-route'
import { readOwnDataPageRoute, readPersonalDataPageRoute } from './personal-data/personal-data-page-routes'
import { exportOwnDataRoute, exportPersonalDataRoute } from './personal-data/personal-data-routes'
import { listCopiesLeftAtBranchRoute } from './policy/list-copies-left-at-branch-route'
import { readBranchesRoute } from './policy/read-branches-route'
import { readPolicyRoute } from './policy/read-policy-route'

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
  listCopiesToSearchForRoute,
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
  listCopiesLeftAtBranchRoute,
]
const reservations = [
  reserveTitleRoute,
  reserveParallelTitlesRoute,
  readReservationRoute,
  changeReservationRoute,
  cancelReservationRoute,
  readPullListRoute,
  recordFoundOnPullListRoute,
  recordNotFoundOnPullListRoute,
  readPickUpShelfRoute,
  readSetAsideCopiesRoute,
]
const estates = [listEstatesRoute]
const personalDataRoutes = [
  exportPersonalDataRoute,
  exportOwnDataRoute,
  readPersonalDataPageRoute,
  readOwnDataPageRoute,
]
const guardians = [
  readGuardianRoute,
  registerGuardianRoute,
  removeGuardianRoute,
  lookUpGuardianRoute,
  readGuardianshipRoute,
  correctGuardianContactRoute,
  sendEmailLinkToGuardianRoute,
  listGuardianPapersRoute,
  confirmGuardianPaperDestroyedRoute,
  ...unconfirmedGuardianPaperRoutes,
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
  requestCollectionNoticeRoute,
  recallFromCollectionRoute,
  renewDebtRoute,
  listFeesInCollectionRoute,
  ...onlinePaymentRoutes,
]
const messages = [
  ...[readOwnMessagesRoute, readMessagesRoute, sendStatementRoute],
  ...[listLettersRoute, printLetterRoute, listNoticeLettersRoute, printNoticeRoute],
]
const statistics = [
  readMonthStatisticsRoute,
  readStatisticsTableRoute,
  readBranchStatisticsRoute,
  readTitleStatisticsRoute,
]
const administration = [
  readRetentionStatusRoute,
  runRetentionRoute,
  confirmDateRoute,
  moveClockForwardRoute,
  showStreamRoute,
  listCertificatesRoute,
  readCertificateKeyRoute,
  readCertificateRoute,
  listLegalHoldsRoute,
  setLegalHoldRoute,
  prolongLegalHoldRoute,
  releaseLegalHoldRoute,
  makeCollectionFileRoute,
  confirmCollectionFileRoute,
  listDisclosuresRoute,
  listAccessesRoute,
]

/** All routes that are served. */
export const routes: ReadonlyArray<Route> = [
  ...catalogue,
  ...loans,
  ...collection,
  ...reservations,
  ...borrowerRoutes,
  ...estates,
  ...personalDataRoutes,
  ...guardians,
  ...fees,
  ...messages,
  ...statistics,
  ...administration,
]

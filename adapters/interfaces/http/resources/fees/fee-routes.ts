import type { Route } from '../../route/route'
import { listFeesInCollectionRoute } from '../collection/list-fees-in-collection-route'
import { onlinePaymentRoutes } from '../payments/online-payment-routes'
import { requestCollectionNoticeRoute, recallFromCollectionRoute, renewDebtRoute } from './fee-collection-routes'
import { readCashReportRoute } from '../payments/read-cash-report-route'
import { payFeesRoute } from './pay-fees-route'
import { payOutAgainstReceiptRoute } from './pay-out-against-receipt-route'
import { payOutReimbursementRoute } from './pay-out-reimbursement-route'
import { readFeeTransactionsRoute } from './read-fee-transactions-route'
import { readFeesRoute } from './read-fees-route'
import { readReceiptsOfFeeRoute } from './read-receipts-of-fee-route'
import { reduceWriteOffRoute, reimburseFeeRoute } from './settled-fee-routes'
import { reduceFeeRoute, writeOffFeeRoute, cancelFeeRoute } from './unsettled-fee-routes'

/** Fees and bills, how they are paid, and what is owed by the library. */
export const feeRoutes: ReadonlyArray<Route> = [
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
  readCashReportRoute,
  ...onlinePaymentRoutes,
]

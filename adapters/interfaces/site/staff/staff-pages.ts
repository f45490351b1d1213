import type { AnySitePage } from '../page/site-page'
import { borrowerCorrectionPage } from './borrower-correction-page'
import { borrowerFeesPage } from './borrower-fees-page'
import { borrowerGuardianPage } from './borrower-guardian-page'
import { borrowerMessagesPage } from './borrower-messages-page'
import { borrowerRecordPage } from './borrower-record-page'
import { borrowerRegistrationPage } from './borrower-registration-page'
import { borrowerSearchPage } from './borrower-search-page'
import { cashReportPage } from './cash-report-page'
import { handedOutNoticePage } from './handed-out-notice-page'
import { lendingPage } from './lending-page'
import { lettersPage } from './letters-page'
import { loanReceiptPage } from './loan-receipt-page'
import { offlineCasesPage } from './offline-cases-page'
import { queuePage } from './queue-page'
import { pickUpShelfPage, pullListPage, transitPage } from './reserved-copies-pages'
import { returnsPage } from './returns-page'
import { searchListsPage } from './search-lists-page'
import { staffStartPage } from './staff-start-page'
import { undoReturnPage } from './undo-return-page'

/** The pages of the desk. */
export const staffPages: ReadonlyArray<AnySitePage> = [
  staffStartPage,
  returnsPage,
  undoReturnPage,
  lendingPage,
  loanReceiptPage,
  borrowerSearchPage,
  borrowerRecordPage,
  borrowerFeesPage,
  borrowerCorrectionPage,
  borrowerRegistrationPage,
  borrowerGuardianPage,
  borrowerMessagesPage,
  handedOutNoticePage,
  queuePage,
  pullListPage,
  pickUpShelfPage,
  transitPage,
  offlineCasesPage,
  searchListsPage,
  lettersPage,
  cashReportPage,
]

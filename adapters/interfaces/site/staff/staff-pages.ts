import type { AnySitePage } from '../page/site-page'
import { borrowerCorrectionPage } from './borrower-correction-page'
import { borrowerFeesPage } from './borrower-fees-page'
import { borrowerGuardianPage } from './borrower-guardian-page'
import { borrowerMessagesPage } from './borrower-messages-page'
import { borrowerRecordPage } from './borrower-record-page'
import { borrowerRegistrationPage } from './borrower-registration-page'
import { borrowerSearchPage } from './borrower-search-page'
import { lendingPage } from './lending-page'
import { loanReceiptPage } from './loan-receipt-page'
import { returnsPage } from './returns-page'
import { staffStartPage } from './staff-start-page'

/** The pages of the desk. */
export const staffPages: ReadonlyArray<AnySitePage> = [
  staffStartPage,
  returnsPage,
  lendingPage,
  loanReceiptPage,
  borrowerSearchPage,
  borrowerRecordPage,
  borrowerFeesPage,
  borrowerCorrectionPage,
  borrowerRegistrationPage,
  borrowerGuardianPage,
  borrowerMessagesPage,
]

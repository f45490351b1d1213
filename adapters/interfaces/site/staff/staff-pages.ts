import type { AnySitePage } from '../page/site-page'
import { borrowerFeesPage } from './borrower-fees-page'
import { borrowerRecordPage } from './borrower-record-page'
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
]

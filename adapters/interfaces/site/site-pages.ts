import { balancePage } from './borrower/balance-page'
import { messagesPage } from './borrower/messages-page'
import { myLibraryPage } from './borrower/my-library-page'
import { ownStatementPage } from './borrower/own-statement-page'
import { paymentOutcomePage } from './borrower/payment-outcome-page'
import { profilePage } from './borrower/profile-page'
import { reservationsPage } from './borrower/reservations-page'
import { childrenPage } from './guardian/children-page'
import { guardianPaymentOutcomePage } from './guardian/guardian-payment-outcome-page'
import type { AnySitePage } from './page/site-page'
import { frontPage } from './public/front-page'
import { searchPage } from './public/search-page'
import { titlePage } from './public/title-page'
import { staffPages } from './staff/staff-pages'

/** All pages of the site, in the order in which a menu has them. */
export const sitePages: ReadonlyArray<AnySitePage> = [
  frontPage,
  searchPage,
  titlePage,
  myLibraryPage,
  reservationsPage,
  balancePage,
  paymentOutcomePage,
  ownStatementPage,
  messagesPage,
  profilePage,
  childrenPage,
  guardianPaymentOutcomePage,
  ...staffPages,
]

import { administrationPages } from './administration/administration-pages'
import { balancePage } from './borrower/balance-page'
import { borrowerDataFile, borrowerDataPage } from './borrower/borrower-data-page'
import { erasurePage } from './borrower/erasure-page'
import { messagesPage } from './borrower/messages-page'
import { myLibraryPage } from './borrower/my-library-page'
import { ownStatementPage } from './borrower/own-statement-page'
import { paymentOutcomePage } from './borrower/payment-outcome-page'
import { printedDataPage } from './borrower/printed-data-page'
import { profilePage } from './borrower/profile-page'
import { reservationsPage } from './borrower/reservations-page'
import { welcomePage } from './borrower/welcome-page'
import { childrenPage } from './guardian/children-page'
import { guardianDataFile, guardianDataPage } from './guardian/guardian-data-page'
import { guardianPaymentOutcomePage } from './guardian/guardian-payment-outcome-page'
import { auditPages } from './audit/audit-pages'
import { certificateFiles } from './audit/certificate-files'
import { reportFile } from './audit/report-page'
import { logOutEverywherePage } from './log-in/log-out-everywhere-page'
import type { SiteFile } from './page/site-file'
import type { SitePictureStream } from './page/site-picture-stream'
import type { AnySitePage } from './page/site-page'
import { accessibilityPage } from './public/accessibility-page'
import { contactsPage } from './public/contacts-page'
import { cookiesPage } from './public/cookies-page'
import { footageFile } from './surveillance/footage-file'
import { livePictureStream } from './surveillance/live-picture-stream'
import { surveillancePages } from './surveillance/surveillance-pages'
import { frontPage } from './public/front-page'
import { privacyPage } from './public/privacy-page'
import { searchPage } from './public/search-page'
import { titlePage } from './public/title-page'
import { notesRequestsPage } from './staff/notes-requests-page'
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
  borrowerDataPage,
  printedDataPage,
  erasurePage,
  welcomePage,
  childrenPage,
  guardianDataPage,
  guardianPaymentOutcomePage,
  notesRequestsPage,
  ...staffPages,
  ...surveillancePages,
  ...auditPages,
  ...administrationPages,
  logOutEverywherePage,
  privacyPage,
  cookiesPage,
  accessibilityPage,
  contactsPage,
]

/** All files for people with a session. */
export const siteFiles: ReadonlyArray<SiteFile> = [
  borrowerDataFile,
  guardianDataFile,
  footageFile,
  reportFile,
  ...certificateFiles,
]

/** Pictures that pages show one after the other. */
export const sitePictureStreams: ReadonlyArray<SitePictureStream> = [livePictureStream]

import { borrowerDataFile, borrowerDataPage } from './borrower/borrower-data-page'
import { borrowerLoansPage } from './borrower/borrower-loans-page'
import { erasurePage } from './borrower/erasure-page'
import { printedDataPage } from './borrower/printed-data-page'
import type { SiteFile } from './page/site-file'
import type { AnySitePage } from './page/site-page'
import { accessibilityPage } from './public/accessibility-page'
import { contactsPage } from './public/contacts-page'
import { cookiesPage } from './public/cookies-page'
import { frontPage } from './public/front-page'
import { privacyPage } from './public/privacy-page'
import { notesRequestsPage } from './staff/notes-requests-page'

/** All pages of the site, in the order in which a menu has them. */
export const sitePages: ReadonlyArray<AnySitePage> = [
  frontPage,
  borrowerLoansPage,
  borrowerDataPage,
  printedDataPage,
  erasurePage,
  notesRequestsPage,
  privacyPage,
  cookiesPage,
  accessibilityPage,
  contactsPage,
]

/** All files that people with a session save. */
export const siteFiles: ReadonlyArray<SiteFile> = [borrowerDataFile]

import { borrowerLoansPage } from './borrower/borrower-loans-page'
import type { AnySitePage } from './page/site-page'
import { surveillancePages } from './surveillance/surveillance-pages'
import { frontPage } from './public/front-page'

/** All pages of the site, in the order in which a menu has them. */
export const sitePages: ReadonlyArray<AnySitePage> = [frontPage, borrowerLoansPage, ...surveillancePages]

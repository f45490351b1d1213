import type { Route } from '../../route/route'
import { readAbsenceRoute, removeAbsenceRoute, setAbsenceRoute } from './absence-routes'
import { blockBorrowerRoute, liftBlockRoute } from './block-routes'
import { issueCardRoute, reportCardStolenRoute } from './card-routes'
import { readContactRoute, changeContactRoute } from './contact-routes'
import { readIdentityRoute, changeIdentityRoute } from './identity-routes'
import { giveHistoryConsentRoute, readHistoryRoute, withdrawHistoryConsentRoute } from './loan-history-routes'
import { readBorrowerRoute, readCallingBorrowerRoute } from './read-borrower-routes'
import { readBorrowerAtLendingRoute } from './read-borrower-at-lending-route'
import { lookUpBorrowerRoute } from './look-up-borrower-route'
import { listNotesRequestsRoute } from './list-notes-requests-route'
import { answerNotesRequestRoute, readNotesRequestsRoute, requestNotesRoute } from './notes-request-routes'
import { changeNotesRoute, readNotesRoute } from './notes-routes'
import { lookUpNetMediaRightRoute, readNetMediaRightRoute } from './net-media-routes'
import { readPreferencesRoute, changePreferencesRoute } from './preferences-routes'
import { openRecordRoute } from './open-record-route'
import { searchBorrowersRoute } from './search-borrowers-route'
import { openNameAndAddressRoute } from './open-name-and-address-route'
import { changeProtectionRoute } from './protection-route'
import { registerBorrowerRoute } from './register-borrower-route'
import { registerFromWebsiteRoute } from './register-from-website-route'
import { requestErasureRoute } from './request-erasure-route'
import { sendEmailLinkRoute } from './send-email-link-route'
import { setPinRoute } from './set-pin-route'
import { readOwnStatementRoute, readStatementRoute } from './statement-routes'

/** The routes to borrowers' records. */
export const borrowerRoutes: ReadonlyArray<Route> = [
  registerBorrowerRoute,
  registerFromWebsiteRoute,
  lookUpBorrowerRoute,
  searchBorrowersRoute,
  readCallingBorrowerRoute,
  readBorrowerRoute,
  readBorrowerAtLendingRoute,
  requestErasureRoute,
  readIdentityRoute,
  changeIdentityRoute,
  changeProtectionRoute,
  openNameAndAddressRoute,
  openRecordRoute,
  readContactRoute,
  changeContactRoute,
  sendEmailLinkRoute,
  readPreferencesRoute,
  changePreferencesRoute,
  issueCardRoute,
  reportCardStolenRoute,
  setPinRoute,
  readAbsenceRoute,
  setAbsenceRoute,
  removeAbsenceRoute,
  blockBorrowerRoute,
  liftBlockRoute,
  readNotesRoute,
  changeNotesRoute,
  readNotesRequestsRoute,
  requestNotesRoute,
  answerNotesRequestRoute,
  listNotesRequestsRoute,
  readStatementRoute,
  readOwnStatementRoute,
  readNetMediaRightRoute,
  lookUpNetMediaRightRoute,
  readHistoryRoute,
  giveHistoryConsentRoute,
  withdrawHistoryConsentRoute,
]

import type { Route } from '../route/route'
import { administrationRoutes } from './administration/administration-routes'
import { borrowerRoutes } from './borrowers/borrower-routes'
import { copyRoutes } from './copies/copy-routes'
import { readCopyRoute } from './copies/read-copy-route'
import { listEstatesRoute } from './estates/list-estates-route'
import { feeRoutes } from './fees/fee-routes'
import { guardianRoutes } from './guardians/guardian-routes'
import { loanRoutes } from './loans/loan-routes'
import { messageRoutes } from './messages/message-routes'
import { readOwnDataPageRoute, readPersonalDataPageRoute } from './personal-data/personal-data-page-routes'
import { exportOwnDataRoute, exportPersonalDataRoute } from './personal-data/personal-data-routes'
import { readBranchesRoute } from './policy/read-branches-route'
import { readPolicyRoute } from './policy/read-policy-route'
import { reservationRoutes } from './reservations/reservation-routes'
import { readStatisticsTableRoute } from './statistics/read-statistics-table-route'
import {
  readBranchStatisticsRoute,
  readMonthStatisticsRoute,
  readTitleStatisticsRoute,
} from './statistics/statistics-routes'
import { readTitleRoute } from './titles/read-title-route'
import { searchTitlesRoute } from './titles/search-titles-route'
import { auditRoutes } from './audit/audit-routes'
import { videoRoutes } from './video/video-routes'
import { readWebsiteStatisticsRoute } from './website/website-statistics-route'

const catalogue = [searchTitlesRoute, readTitleRoute, readCopyRoute, readBranchesRoute, readPolicyRoute]
const estates = [listEstatesRoute]
const personalDataRoutes = [
  exportPersonalDataRoute,
  exportOwnDataRoute,
  readPersonalDataPageRoute,
  readOwnDataPageRoute,
]
const statistics = [
  readMonthStatisticsRoute,
  readStatisticsTableRoute,
  readBranchStatisticsRoute,
  readTitleStatisticsRoute,
  readWebsiteStatisticsRoute,
]

/** All routes that are served. */
export const routes: ReadonlyArray<Route> = [
  ...catalogue,
  ...loanRoutes,
  ...copyRoutes,
  ...reservationRoutes,
  ...borrowerRoutes,
  ...estates,
  ...personalDataRoutes,
  ...guardianRoutes,
  ...feeRoutes,
  ...messageRoutes,
  ...statistics,
  ...videoRoutes,
  ...administrationRoutes,
  ...auditRoutes,
]

import type { Route } from '../../route/route'
import {
  approveClassOpeningRoute,
  readClassOpeningRoute,
  requestClassOpeningRoute,
} from '../class-openings/class-opening-routes'
import { replayUnderOpeningRoute } from '../class-openings/replay-under-opening-route'
import { replayRoutes } from '../replays/replay-routes'
import { readCertificateProofRoute, readEventProofRoute } from './event-proof-routes'
import { listDamagedEventsRoute } from './list-damaged-events-route'
import { listDueScopesRoute } from './list-due-scopes-route'
import { listLooksRoute } from './list-looks-route'
import { readReportRoute } from './read-report-route'

/** What auditors do, beside reading certificates and holds. */
export const auditRoutes: ReadonlyArray<Route> = [
  ...replayRoutes,
  requestClassOpeningRoute,
  readClassOpeningRoute,
  approveClassOpeningRoute,
  replayUnderOpeningRoute,
  listDueScopesRoute,
  listLooksRoute,
  listDamagedEventsRoute,
  readCertificateProofRoute,
  readEventProofRoute,
  readReportRoute,
]

import type { Route } from '../../route/route'
import { listAccessesRoute } from '../accesses/list-accesses-route'
import { makeCollectionFileRoute, confirmCollectionFileRoute } from '../collection/collection-file-routes'
import { listDisclosuresRoute } from '../collection/list-disclosures-route'
import { setLegalHoldRoute, prolongLegalHoldRoute, releaseLegalHoldRoute } from '../holds/legal-hold-routes'
import { listLegalHoldsRoute } from '../holds/list-legal-holds-route'
import { listCertificatesRoute, readCertificateKeyRoute, readCertificateRoute } from './certificate-routes'
import { moveClockForwardRoute } from './move-clock-forward-route'
import { readRetentionStatusRoute, runRetentionRoute, confirmDateRoute } from './retention-routes'
import { showStreamRoute } from './show-stream-route'
import { serverLogRoutes } from '../website/server-log-routes'

/** What administrators and auditors do. */
export const administrationRoutes: ReadonlyArray<Route> = [
  readRetentionStatusRoute,
  runRetentionRoute,
  confirmDateRoute,
  moveClockForwardRoute,
  showStreamRoute,
  listCertificatesRoute,
  readCertificateKeyRoute,
  readCertificateRoute,
  listLegalHoldsRoute,
  setLegalHoldRoute,
  prolongLegalHoldRoute,
  releaseLegalHoldRoute,
  makeCollectionFileRoute,
  confirmCollectionFileRoute,
  listDisclosuresRoute,
  ...serverLogRoutes,
  listAccessesRoute,
]

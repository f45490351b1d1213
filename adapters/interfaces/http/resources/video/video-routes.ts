import type { Route } from '../../route/route'
import { readFootageContentRoute } from './read-footage-content-route'
import { readLivePictureRoute } from './read-live-picture-route'
import {
  listRecordingsRoute,
  listVideoRequestsRoute,
  readDayReportRoute,
  readRecordingRoute,
  readSurveillanceCoverageRoute,
  readVideoRequestRoute,
} from './read-video-routes'
import { recordFootageRoute, storeFootageRoute } from './recorder-routes'
import { discloseFootageRoute, viewFootageRoute, viewLiveVideoRoute } from './video-request-routes'

/** The routes of the register of video surveillance. */
export const videoRoutes: ReadonlyArray<Route> = [
  recordFootageRoute,
  storeFootageRoute,
  listRecordingsRoute,
  readRecordingRoute,
  readSurveillanceCoverageRoute,
  viewLiveVideoRoute,
  viewFootageRoute,
  discloseFootageRoute,
  listVideoRequestsRoute,
  readDayReportRoute,
  readVideoRequestRoute,
  readFootageContentRoute,
  readLivePictureRoute,
]

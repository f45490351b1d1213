import type { AnySitePage } from '../page/site-page'
import { coveragePage } from './coverage-page'
import { dayReportPage } from './day-report-page'
import { livePage } from './live-page'
import { recordingPage } from './recording-page'
import { recordingsPage } from './recordings-page'
import { requestPage } from './request-page'
import { requestsPage } from './requests-page'

/** The pages of the register of video surveillance, in the order of the menu. */
export const surveillancePages: ReadonlyArray<AnySitePage> = [
  recordingsPage,
  livePage,
  requestsPage,
  dayReportPage,
  coveragePage,
  recordingPage,
  requestPage,
]

import type { AnySitePage } from '../page/site-page'
import { disclosuresPage } from './disclosures-page'
import { legalHoldsPage } from './legal-holds-page'
import { recordsOpenedPage } from './records-opened-page'
import { retentionStatusPage } from './retention-status-page'
import { serverLogOpeningsPage } from './server-log-openings-page'
import { serverLogPage } from './server-log-page'
import { websiteVisitsPage } from './website-visits-page'

/** The pages of administrators and auditors, in the order of the menu. */
export const administrationPages: ReadonlyArray<AnySitePage> = [
  retentionStatusPage,
  legalHoldsPage,
  recordsOpenedPage,
  disclosuresPage,
  serverLogPage,
  serverLogOpeningsPage,
  websiteVisitsPage,
]

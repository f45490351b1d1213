import type { AnySitePage } from '../page/site-page'
import { certificatePage, certificatesPage, damagedPage, holdsPage, looksPage } from './list-pages'
import { classOpeningPage, requestClassOpeningPage } from './class-opening-pages'
import { duePage } from './due-page'
import { replayPage } from './replay-page'
import { reportPage } from './report-page'

/** The pages for auditors and the data protection officer, in the order of the menu. */
export const auditPages: ReadonlyArray<AnySitePage> = [
  replayPage,
  reportPage,
  certificatesPage,
  duePage,
  holdsPage,
  looksPage,
  damagedPage,
  requestClassOpeningPage,
  classOpeningPage,
  certificatePage,
]

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerDataTexts, rightsTexts } from '../../pages/borrower-data/borrower-data-texts'
import { BorrowerDataView } from '../../pages/borrower-data/borrower-data-view'
import { withdrawHistoryConsentRoute } from '../../http/resources/borrowers/loan-history-routes'
import { requestNotesRoute } from '../../http/resources/borrowers/notes-request-routes'
import { exportOwnDataRoute } from '../../http/resources/personal-data/personal-data-routes'
import { defineSitePage } from '../page/define-site-page'
import type { SiteFile } from '../page/site-file'
import { readBorrowerData } from './read-borrower-data'
import { runForOwnBorrower } from './run-for-own-borrower'

/** Everything that the library holds on the borrower who has logged in, and what the borrower may ask for. */
export const borrowerDataPage = defineSitePage({
  path: '/mit/data',
  title: borrowerDataTexts.title,
  roles: ['borrower'],
  read: readBorrowerData,
  view: BorrowerDataView,
  forms: {
    stopHistory: (request) =>
      pipe(
        runForOwnBorrower(request)(withdrawHistoryConsentRoute),
        TE.map(() => ({ to: '/mit/data', done: 'stopped' })),
      ),
    requestNotes: (request) =>
      pipe(
        runForOwnBorrower(request)(requestNotesRoute),
        TE.map(() => ({ to: '/mit/data', done: 'notesRequested' })),
      ),
  },
  doneTexts: { stopped: rightsTexts.stopped, notesRequested: borrowerDataTexts.notesRequested },
})

/** The same data as a file. */
export const borrowerDataFile: SiteFile = { path: '/mit/data/hent', roles: ['borrower'], route: exportOwnDataRoute }

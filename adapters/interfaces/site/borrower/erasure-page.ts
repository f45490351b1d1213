import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ErasureView } from '../../pages/borrower-data/erasure-view'
import { erasureTexts } from '../../pages/borrower-data/erasure-texts'
import { requestErasureRoute } from '../../http/resources/borrowers/request-erasure-route'
import { defineSitePage } from '../page/define-site-page'
import { requireConfirmation } from '../page/require-confirmation'
import { readBorrowerData } from './read-borrower-data'
import { runForOwnBorrower } from './run-for-own-borrower'

/** Being forgotten on request: the person has just logged in, and says yes once more. */
export const erasurePage = defineSitePage({
  path: '/mit/data/slet',
  title: erasureTexts.title,
  roles: ['borrower'],
  isInMenu: false,
  needsFreshLogIn: true,
  read: (request) =>
    pipe(
      readBorrowerData(request),
      TE.map(({ ending, obstacles }) => ({ ending, obstacles, sendsBy: request.library.messages.sendsBy })),
    ),
  view: ErasureView,
  forms: {
    erase: (request) =>
      pipe(
        requireConfirmation(request.fields, erasureTexts.confirmFirst),
        TE.flatMap(() => runForOwnBorrower(request)(requestErasureRoute)),
        TE.map(() => ({
          content: { ending: 'requested', obstacles: [], sendsBy: request.library.messages.sendsBy } as const,
        })),
      ),
  },
})

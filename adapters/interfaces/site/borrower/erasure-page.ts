import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ErasureView } from '../../pages/borrower-data/erasure-view'
import { erasureTexts } from '../../pages/borrower-data/erasure-texts'
import type { HttpFailure } from '../../http/problems/http-failure'
import { requestErasureRoute } from '../../http/resources/borrowers/request-erasure-route'
import { defineSitePage } from '../page/define-site-page'
import type { FormFields } from '../page/site-page'
import { readBorrowerData } from './read-borrower-data'
import { runForOwnBorrower } from './run-for-own-borrower'

const requireConfirmation = ({ confirm }: FormFields): TE.TaskEither<HttpFailure, void> =>
  confirm === 'yes'
    ? TE.right(undefined)
    : TE.left({
        _tag: 'RequestIsInvalid',
        errors: [{ in: 'body', pointer: '/confirm', text: erasureTexts.confirmFirst }],
      })

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
        requireConfirmation(request.fields),
        TE.flatMap(() => runForOwnBorrower(request)(requestErasureRoute)),
        TE.map(() => ({
          content: { ending: 'requested', obstacles: [], sendsBy: request.library.messages.sendsBy } as const,
        })),
      ),
  },
})

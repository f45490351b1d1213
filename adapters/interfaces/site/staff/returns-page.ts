import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { returnsTexts } from '../../pages/returns/returns-texts'
import { ReturnsView } from '../../pages/returns/returns-view'
import { defineStaffPage } from './define-staff-page'
import { returnScannedCopy } from './scan-copy'

/** Copies are returned at the desk. */
export const returnsPage = defineStaffPage({
  path: '/skranke/aflever',
  title: returnsTexts.title,
  read: () => TE.right({ scanned: undefined }),
  view: ReturnsView,
  forms: {
    return: (request) =>
      pipe(
        returnScannedCopy(request),
        TE.map((scanned) => ({ content: { scanned } })),
      ),
  },
})

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { returnsTexts } from '../../pages/returns/returns-texts'
import { ReturnsView, type ReturnsProps } from '../../pages/returns/returns-view'
import { defineStaffPage } from './define-staff-page'
import { returnScannedCopy } from './scan-copy'
import { undoScannedReturn } from './undo-scanned-return'

/** Copies are returned at the desk. */
export const returnsPage = defineStaffPage<ReturnsProps>({
  path: '/skranke/aflever',
  title: returnsTexts.title,
  read: () => TE.right({ latest: undefined }),
  view: ReturnsView,
  forms: {
    return: (request) =>
      pipe(
        returnScannedCopy(request),
        TE.map((scanned) => ({ content: { latest: { scanned } } })),
      ),
    undo: (request) =>
      pipe(
        undoScannedReturn(request),
        TE.map((undone) => ({ content: { latest: { undone } } })),
      ),
  },
})

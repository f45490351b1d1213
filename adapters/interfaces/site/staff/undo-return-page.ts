import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { returnsTexts } from '../../pages/returns/returns-texts'
import { UndoReturnView, type UndoReturnProps } from '../../pages/returns/undo-return-view'
import { defineStaffPage } from './define-staff-page'
import { undoScannedReturn } from './undo-scanned-return'

/** Returns of the day are undone at the desk, also those whose line is on no page any more. */
export const undoReturnPage = defineStaffPage<UndoReturnProps>({
  path: '/skranke/aflever/fortryd',
  title: returnsTexts.undoTitle,
  read: () => TE.right({ undone: undefined }),
  view: UndoReturnView,
  forms: {
    undo: (request) =>
      pipe(
        undoScannedReturn(request),
        TE.map((undone) => ({ content: { undone } })),
      ),
  },
})

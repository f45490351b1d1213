import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { returnsTexts } from '../../pages/returns/returns-texts'
import { ReturnsView, type ReturnsProps } from '../../pages/returns/returns-view'
import { defineStaffPage, type StaffFormRequest } from './define-staff-page'
import { runScan, undoReturnOfScan, type RunScan } from './latest-scan'
import { returnScannedCopy } from './scan-copy'

const show = (run: RunScan) => (request: StaffFormRequest) =>
  pipe(
    run(request),
    TE.map((latest) => ({ content: { latest } })),
  )

/** Copies are returned at the desk. */
export const returnsPage = defineStaffPage<ReturnsProps>({
  path: '/skranke/aflever',
  title: returnsTexts.title,
  read: () => TE.right({ latest: undefined }),
  view: ReturnsView,
  forms: {
    return: show(runScan(returnScannedCopy)),
    undo: show(undoReturnOfScan),
  },
})

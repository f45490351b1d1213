import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { OfflineCasesView, type OfflineCasesProps } from '../../pages/staff-lists/offline-cases-view'
import { staffListsTexts as texts } from '../../pages/staff-lists/staff-lists-texts'
import { readOfflineCasesRoute, resolveOfflineCaseRoute } from '../../http/resources/offline-cases/offline-case-routes'
import { requireConfirmation } from '../page/require-confirmation'
import { defineStaffPage } from './define-staff-page'
import { pageOfList } from './page-of-list'

/** What machines did while they were offline, for staff to resolve. */
export const offlineCasesPage = defineStaffPage<OfflineCasesProps>({
  path: '/skranke/sager',
  title: texts.casesTitle,
  read: (request) =>
    pipe(
      request.run(readOfflineCasesRoute, { query: pageOfList(request) }),
      TE.map(({ body: { loans, unmatched, next } }) => ({
        next,
        cases: [
          ...loans.map(({ case: id, against, ...row }) => ({ ...row, id, reasons: against, presented: null })),
          ...unmatched.map(({ case: id, because, ...row }) => ({ ...row, id, reasons: [because], borrower: null })),
        ],
      })),
    ),
  view: OfflineCasesView,
  forms: {
    resolve: ({ run, fields, idempotencyKey }) =>
      pipe(
        requireConfirmation(fields, texts.confirmResolvedFirst),
        TE.flatMap(() => run(resolveOfflineCaseRoute, { params: { case: fields['of'] }, idempotencyKey })),
        TE.map(() => ({ to: '/skranke/sager', done: 'resolved' })),
      ),
  },
  doneTexts: { resolved: texts.resolved },
})

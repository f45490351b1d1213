import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { CashReportView } from '../../pages/staff-lists/cash-report-view'
import { staffListsTexts as texts } from '../../pages/staff-lists/staff-lists-texts'
import { readCashReportRoute } from '../../http/resources/payments/read-cash-report-route'
import { defineStaffPage } from './define-staff-page'

/** What was paid on a day. */
export const cashReportPage = defineStaffPage({
  path: '/skranke/kasse',
  title: texts.cashTitle,
  read: ({ run, query: { day } }) =>
    pipe(
      run(readCashReportRoute, { query: day === undefined || day === '' ? {} : { day } }),
      TE.map(({ body }) => body),
    ),
  view: CashReportView,
})

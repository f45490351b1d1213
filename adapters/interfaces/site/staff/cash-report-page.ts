import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { CashReportView, type CashReportProps } from '../../pages/staff-lists/cash-report-view'
import { staffListsTexts as texts } from '../../pages/staff-lists/staff-lists-texts'
import type { HttpFailure } from '../../http/problems/http-failure'
import { payOutAgainstReceiptRoute } from '../../http/resources/fees/pay-out-against-receipt-route'
import { readCashReportRoute } from '../../http/resources/payments/read-cash-report-route'
import { branchName } from '../../http/resources/policy/branch-name'
import { defineStaffPage, type StaffRequest } from './define-staff-page'
import { orderOfForm } from './order-of-form'

const readReport = (
  { run, library, query: { day } }: StaffRequest,
  paidOut: CashReportProps['paidOut'],
): TE.TaskEither<HttpFailure, CashReportProps> =>
  pipe(
    run(readCashReportRoute, { query: day === undefined || day === '' ? {} : { day } }),
    TE.map(({ body: { branches, ...body } }) => ({
      ...{ ...body, paidOut },
      branches: branches.map(({ branch, ...cash }) => ({
        ...cash,
        branch: branch === null ? null : branchName(library)(branch),
      })),
    })),
  )

/** What was paid on a day, and where a receipt is paid back. */
export const cashReportPage = defineStaffPage<CashReportProps>({
  path: '/skranke/kasse',
  title: texts.cashTitle,
  read: (request) => readReport(request, undefined),
  view: CashReportView,
  forms: {
    receipt: (request) => {
      const { run, fields } = request
      const body = { receipt: (fields['receipt'] ?? '').trim(), order: orderOfForm(request) }
      return pipe(
        run(payOutAgainstReceiptRoute, { body }),
        TE.flatMap(({ body: { copy, amount } }) => readReport(request, { copy, amount })),
        TE.map((content) => ({ content })),
      )
    },
  },
})

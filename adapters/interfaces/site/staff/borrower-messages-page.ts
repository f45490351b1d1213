import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import {
  BorrowerMessagesView,
  borrowerMessagesTexts as texts,
  type BorrowerMessagesProps,
} from '../../pages/borrower-messages/borrower-messages-view'
import { readMessagesRoute } from '../../http/resources/messages/read-messages-routes'
import { sendStatementRoute } from '../../http/resources/messages/send-statement-route'
import { defineStaffPage } from './define-staff-page'
import { borrowerInPath, headOf, ofBorrower, openRecord, recordPath } from './open-record'

/** The messages to a borrower at the desk. */
export const borrowerMessagesPage = defineStaffPage<BorrowerMessagesProps>({
  path: '/skranke/laaner/:borrower/beskeder',
  title: texts.title,
  read: (request) =>
    pipe(
      openRecord(request),
      TE.bindTo('overview'),
      TE.bind('read', () =>
        request.run(readMessagesRoute, { params: { borrower: borrowerInPath(request) }, query: { limit: '500' } }),
      ),
      TE.map(
        ({
          overview,
          read: {
            body: { messages, notices },
          },
        }) => ({
          head: headOf(overview),
          messages: messages.map(({ madeOn, ...message }) => ({ ...message, made: { on: madeOn } })),
          notices: notices.map(({ madeIn, ...notice }) => ({ ...notice, made: { in: madeIn } })),
        }),
      ),
    ),
  view: BorrowerMessagesView,
  forms: {
    statement: (request) =>
      pipe(
        request.run(sendStatementRoute, ofBorrower(request)),
        TE.map(() => ({ to: `${recordPath(borrowerInPath(request))}/beskeder`, done: 'statementSent' })),
      ),
  },
  doneTexts: { statementSent: texts.statementSent },
})

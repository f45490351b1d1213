import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import {
  BorrowerMessagesView,
  borrowerMessagesTexts as texts,
  type BorrowerMessagesProps,
  type ShownMessage,
} from '../../pages/borrower-messages/borrower-messages-view'
import { isEmailUnverified } from '../../pages/contact/contact-details'
import type { BorrowerOverviewAnswer } from '../../http/resources/borrowers/borrower-answer-codecs'
import { readMessagesRoute } from '../../http/resources/messages/read-messages-routes'
import { sendStatementRoute } from '../../http/resources/messages/send-statement-route'
import { defineStaffPage } from './define-staff-page'
import { borrowerInPath, headOf, ofBorrower, openRecord, recordPath } from './open-record'

/** How a message stands. Where contact information lacks although an e-mail is there, the e-mail is not verified. */
const stateFor = (
  { contact, verifiedEmails }: BorrowerOverviewAnswer,
  state: ShownMessage['state'],
): ShownMessage['state'] =>
  state === 'noContactInformation' && contact !== undefined && isEmailUnverified({ contact, verifiedEmails })
    ? 'emailNotVerified'
    : state

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
          messages: messages.map(({ madeOn, state, ...message }) => ({
            ...{ ...message, made: { on: madeOn }, state: stateFor(overview, state) },
          })),
          notices: notices.map(({ madeIn, state, ...notice }) => ({
            ...{ ...notice, made: { in: madeIn }, state: stateFor(overview, state) },
          })),
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

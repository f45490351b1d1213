import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addDays, type Day } from '../../../../../domain/values/day'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { namedDayOfForgetting, type DaysOfForgetting } from '../../../../../projections/legal-holds/days-of-forgetting'
import { contentOfMessage, messagesOfBorrower } from '../../../../../projections/messages/message-queries'
import type { MessageRow } from '../../../../../projections/messages/message-table'
import { defaultRetentionPeriods } from '../../../../../retention/classes/retention-periods'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { requireOwnData } from '../../access/require-own-data'
import { staffAuditorsAndBorrowers } from '../../access/caller-roles-of-routes'
import { requireCallingBorrower } from '../../access/require-calling-borrower'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageSortedByKey, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { borrowerInPath, BorrowerPathParameters } from '../borrowers/borrower-request-codecs'
import { checkBorrowerExists } from '../borrowers/check-borrower-exists'
import { readDaysOfForgetting } from '../holds/days-of-forgetting'
import { MessageAnswer } from './message-answer-codecs'
import { heldMessageCounts } from '../../../../../projections/held-data/held-message-counts'
import { MonthOfMessagesAnswer } from './message-count-codecs'
import { NoticeAnswer } from './notice-answer-codecs'
import { noticeAnswersOf } from './notice-answers'
import { languageOfBorrower, writeText } from './write-text'

/** The newest first. */
const pageOfMessages = pageSortedByKey((one, other) => (one === other ? 0 : one < other ? 1 : -1))(
  ({ madeOn, message }: MessageRow) => `${madeOn} ${message}`,
)

const stateOf = ({ state, reason }: MessageRow) => (reason === 'noContactInformation' ? reason : state)

const toMessageAnswer = (library: RunningLibrary, days: DaysOfForgetting) => (row: MessageRow) => {
  const { message, kind, madeOn, endedOn, channel, address: sentTo, reason: failure } = row
  return {
    ...{ message, kind, madeOn, state: stateOf(row), endedOn, channel, sentTo, failure },
    ...writeText(library, languageOfBorrower(library)(row))(contentOfMessage(row)),
    forgottenOn: namedDayOfForgetting(days)(message, addDays(defaultRetentionPeriods.messageDays)(madeOn)),
  }
}

const MessagesAnswer = objectCodec('Messages', {
  messages: listCodec(MessageAnswer),
  notices: listCodec(NoticeAnswer),
  months: listCodec(MonthOfMessagesAnswer),
  ...nextPageMember,
})

const answerWithMessages = (library: RunningLibrary, borrower: BorrowerId, query: PageQuery) => {
  const { entries, next } = pageOfMessages(query)(messagesOfBorrower(borrower)(library.rows))
  const days = readDaysOfForgetting(library, borrower)
  const named = <A extends { readonly forgottenOn: Day }>(entry: A) => ({
    ...entry,
    forgottenOn: days.areNamed ? entry.forgottenOn : null,
  })
  const notices = noticeAnswersOf(library, borrower).map(named)
  const counts = heldMessageCounts(defaultRetentionPeriods.messageCountMonths)(borrower)(library.rows)
  const months = (counts?.months ?? []).map(named)
  return answerWithBody({ messages: entries.map(toMessageAnswer(library, days)), notices, months, next })
}

export const readMessagesRoute = defineReadRoute({
  path: '/borrowers/:borrower/messages',
  name: 'readMessages',
  summary: 'Read the messages (beskeder) to a borrower in the last 30 days, newest first: what was sent when, and how',
  tag: 'Messages',
  roles: staffAuditorsAndBorrowers,
  params: BorrowerPathParameters,
  query: PageQuery,
  answer: MessagesAnswer,
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, query, caller, library }) =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => checkBorrowerExists(library)(borrower)),
      TE.map(() => answerWithMessages(library, borrower, query)),
    ),
})

export const readOwnMessagesRoute = defineReadRoute({
  path: '/me/messages',
  name: 'readMyMessages',
  summary: 'Read the messages (beskeder) to the calling borrower in the last 30 days, newest first',
  tag: 'Messages',
  roles: ['borrower'],
  query: PageQuery,
  answer: MessagesAnswer,
  extraStatuses: [404],
  handle: ({ query, caller, library }) =>
    pipe(
      TE.fromEither(requireCallingBorrower(caller)),
      TE.chainFirst(checkBorrowerExists(library)),
      TE.map((borrower) => answerWithMessages(library, borrower, query)),
    ),
})

import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { MessageKind } from '../../../../../domain/message/message-kind'
import { SendingFailureReason } from '../../../../../domain/message/sending-failure-reason'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId, MessageId } from '../../../../../domain/values/ids'
import { isEmailOfBorrowerUnverified } from '../../../../../projections/borrowers/borrower-record-queries'
import { undeliveredMessages } from '../../../../../projections/messages/message-queries'
import type { MessageRow } from '../../../../../projections/messages/message-table'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const messageValue = personalValueCodec('message')

const UndeliveredMessageAnswer = objectCodec('UndeliveredMessage', {
  message: messageValue(MessageId),
  borrower: messageValue(BorrowerId),
  kind: messageValue(MessageKind),
  madeOn: messageValue(Day),
  failure: messageValue(nullableCodec(SendingFailureReason)),
  isEmailUnverified: personalValueCodec('contact')(t.boolean),
})

/** The oldest first. */
const pageOfMessages = pageOfSortedList(({ madeOn, message }: MessageRow) => `${madeOn} ${message}`)

export const listUndeliveredMessagesRoute = defineReadRoute({
  path: '/messages/undelivered',
  name: 'listUndeliveredMessages',
  summary:
    'List the messages of the last 30 days that could not be sent although what they tell still stood, oldest first: staff put the contact details right',
  tag: 'Messages',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('UndeliveredMessages', { messages: listCodec(UndeliveredMessageAnswer), ...nextPageMember }),
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfMessages(query)(undeliveredMessages(rows))
    const messages = entries.map(({ message, borrower, kind, madeOn, reason }) => ({
      ...{ message, borrower, kind, madeOn, failure: reason },
      isEmailUnverified: isEmailOfBorrowerUnverified(borrower)(rows),
    }))
    return TE.right(answerWithBody({ messages, next }))
  },
})

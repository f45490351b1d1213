import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { printLetter } from '../../../../../domain/use-cases/print-letter'
import { MessageId } from '../../../../../domain/values/ids'
import { pendingBalanceMessages } from '../../../../../projections/messages/message-queries'
import { recipientOfMessage } from '../../../../../projections/messages/recipient-of-message'
import type { MessageRow } from '../../../../../projections/messages/message-table'
import { messageToRender } from '../../../../../projections/messages/message-to-render'
import { dayOfSending, stillValidItems } from '../../../../../projections/messages/still-valid-items'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { addresseeOnList } from '../../access/addressee-on-list'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { LetterAnswer } from './message-answer-codecs'
import { writeText } from './write-text'

/** The oldest first. */
const pageOfLetters = pageOfSortedList(({ madeOn, message }: MessageRow) => `${madeOn} ${message}`)

/**
 * A letter has the name and the address that the borrower, or the guardian of a child, has when it is printed, and tells what
 * still stands. Nobody prints one whose cause has ended. Where name and address are protected, the list has the number alone,
 * and staff open them with a reason.
 */
const toLetterAnswer = (library: RunningLibrary) => (row: MessageRow) => {
  const { rows, useCaseDependencies } = library
  const { policy, commandHandling } = useCaseDependencies
  const today = commandHandling.clock.today()
  const recipient = recipientOfMessage(policy(today).guardians, today)(row)(rows)
  const stillValid = stillValidItems(row, dayOfSending(policy(today), today))(rows)
  if (recipient === undefined || stillValid.length === 0) return []
  const { subject, text } = writeText(library, recipient.language)(messageToRender(row, stillValid, recipient)(rows))
  const { message, madeOn } = row
  return [{ message, madeOn, ...addresseeOnList(recipient), subject, text }]
}

export const listLettersRoute = defineReadRoute({
  path: '/messages/letters',
  name: 'listLetters',
  summary:
    'List the letters to print, oldest first: bills, statements and notices before a collection that Digital Post does not take, and messages on the balance to guardians whom nothing else reaches',
  tag: 'Messages',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('Letters', { letters: listCodec(LetterAnswer), ...nextPageMember }),
  handle: ({ query, library }) => {
    const { entries, next } = pageOfLetters(query)(
      pendingBalanceMessages(library.rows).filter(library.messages.isLetter),
    )
    return TE.right(answerWithBody({ letters: entries.flatMap(toLetterAnswer(library)), next }))
  },
})

export const printLetterRoute = defineCommandRoute({
  method: 'post',
  path: '/messages/:message/printed',
  name: 'recordLetterPrinted',
  summary: 'Record that a letter was printed and is sent',
  tag: 'Messages',
  roles: staffRoleOnly,
  params: objectCodec('MessagePath', { message: MessageId }),
  answer: objectCodec('LetterPrinted', { message: MessageId }),
  handle: ({ params: { message }, library, origin }) =>
    pipe(
      printLetter(library.useCaseDependencies)({
        ...{ message, origin },
        at: library.useCaseDependencies.commandHandling.clock.now(),
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody({ message })),
    ),
})

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { printNotice } from '../../../../../domain/use-cases/print-notice'
import { NoticeId } from '../../../../../domain/values/ids'
import { messageRecipient } from '../../../../../projections/messages/message-recipient'
import { noticesToPrint } from '../../../../../projections/notices/notice-queries'
import type { NoticeRow } from '../../../../../projections/notices/notice-table'
import { textOfNotice } from '../../../../../projections/notices/text-of-notice'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { NoticeLetterAnswer } from './notice-answer-codecs'
import { writeText } from './write-text'

/** Those of the oldest month first. */
const pageOfNotices = pageOfSortedList(({ madeIn, notice }: NoticeRow) => `${madeIn} ${notice}`)

/** A borrower without a postal address cannot be reached: there is no letter, and nothing waits for it. */
const toLetterAnswer = (library: RunningLibrary) => (row: NoticeRow) => {
  const recipient = messageRecipient(row.borrower)(library.rows)
  if (recipient === undefined || recipient.address === null) return []
  const { language, name, careOf, address } = recipient
  const { notice, madeIn } = row
  return [{ notice, madeIn, name, careOf, address, ...writeText(library, language)(textOfNotice(row)) }]
}

export const listNoticeLettersRoute = defineReadRoute({
  path: '/notices/letters',
  name: 'listNoticeLetters',
  summary: 'List the letters to borrowers who will be erased and can be reached neither by e-mail nor by SMS',
  tag: 'Messages',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('NoticeLetters', { letters: listCodec(NoticeLetterAnswer), ...nextPageMember }),
  handle: ({ query, library }) => {
    const { entries, next } = pageOfNotices(query)(noticesToPrint(library.rows))
    return TE.right(answerWithBody({ letters: entries.flatMap(toLetterAnswer(library)), next }))
  },
})

export const printNoticeRoute = defineCommandRoute({
  method: 'post',
  path: '/notices/:notice/printed',
  name: 'recordNoticePrinted',
  summary: 'Record that a letter to a borrower who will be erased was printed and is sent',
  tag: 'Messages',
  roles: staffRoleOnly,
  params: objectCodec('NoticePath', { notice: NoticeId }),
  answer: objectCodec('NoticePrinted', { notice: NoticeId }),
  handle: ({ params: { notice }, library, origin }) =>
    pipe(
      printNotice(library.useCaseDependencies)({
        ...{ notice, origin },
        at: library.useCaseDependencies.commandHandling.clock.now(),
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(() => answerWithBody({ notice })),
    ),
})

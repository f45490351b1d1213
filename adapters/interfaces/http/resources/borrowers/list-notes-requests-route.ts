import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { notesRequestAnsweredBy } from '../../../../../domain/policy/notes-request-policy'
import { Day } from '../../../../../domain/values/day'
import { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById, recordedBlocksOfBorrower } from '../../../../../projections/borrowers/borrower-record-queries'
import { notesOnBorrower, unansweredNotesRequests } from '../../../../../projections/notes/note-queries'
import type { NotesRequestRow } from '../../../../../projections/notes/notes-table'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const noteValue = personalValueCodec('note')

const UnansweredNotesRequest = objectCodec('UnansweredNotesRequest', {
  borrower: BorrowerId,
  number: nullableCodec(personalValueCodec('borrower')(t.string)),
  requestedOn: noteValue(Day),
  answerBy: Day,
  internalNote: noteValue(nullableCodec(t.string)),
  blockNotes: listCodec(personalValueCodec('block')(t.string)),
})

const pageOfRequests = pageOfSortedList(({ requestedOn, note }: NotesRequestRow) => `${requestedOn} ${note}`)

const toAnswer =
  (rows: ReadModelRows) =>
  ({ borrower, requestedOn }: NotesRequestRow) => ({
    ...{ borrower, requestedOn, answerBy: notesRequestAnsweredBy(requestedOn) },
    number: borrowerById(borrower)(rows)?.number ?? null,
    internalNote: notesOnBorrower(borrower)(rows).internalNote,
    blockNotes: recordedBlocksOfBorrower(borrower)(rows).flatMap(({ note }) => note ?? []),
  })

export const listNotesRequestsRoute = defineReadRoute({
  path: '/notes-requests',
  name: 'listNotesRequests',
  summary:
    'List the requests to see notes that are not answered, the earliest first: of whom, until when, and the notes to review',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  query: PageQuery,
  answer: objectCodec('UnansweredNotesRequests', { requests: listCodec(UnansweredNotesRequest), ...nextPageMember }),
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfRequests(query)(unansweredNotesRequests(rows))
    return TE.right(answerWithBody({ requests: entries.map(toAnswer(rows)), next }))
  },
})

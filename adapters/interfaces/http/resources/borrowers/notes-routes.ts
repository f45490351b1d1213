import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { NoteId } from '../../../../../domain/values/ids'
import { notesOnBorrower } from '../../../../../projections/notes/note-queries'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { NotesAnswer } from './borrower-answer-codecs'
import { notesEtag, readRowsAndBorrowerEtag } from './borrower-etag'
import { BorrowerChangedAnswer, borrowerInPath, BorrowerPathParameters } from './borrower-request-codecs'
import { changeBorrowerIfMatch } from './change-borrower-if-match'
import { checkBorrowerExists } from './check-borrower-exists'

const path = '/borrowers/:borrower/notes'

const NotesBody = objectCodec('NewNotes', {
  internalNote: nullableCodec(freeTextCodec(500)),
  noteToBorrower: nullableCodec(freeTextCodec(500)),
})

export const readNotesRoute = defineReadRoute({
  path,
  name: 'readNotes',
  headers: ['ETag'],
  summary: 'Read the internal note (intern note) on a borrower, and the note to the borrower (note til låner)',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  answer: NotesAnswer,
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, library }) =>
    pipe(
      checkBorrowerExists(library)(borrower),
      TE.chain(() => readRowsAndBorrowerEtag(library, notesEtag)(borrower)),
      TE.map(({ etag, rows }) => ({ etag, body: notesOnBorrower(borrower)(rows) })),
    ),
})

export const changeNotesRoute = defineCommandRoute({
  method: 'put',
  path,
  name: 'changeNotes',
  headers: ['ETag'],
  summary:
    'Write, change or remove the notes on a borrower: send both, null for none; the earlier ones are forgotten with the closing of the next month',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: NotesBody,
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(
      request,
      notesEtag,
    )(({ idFor: next }) => ({
      type: 'ChangeNotes',
      borrower: request.params.borrower,
      note: next('note') as NoteId,
      notes: request.body,
    })),
})

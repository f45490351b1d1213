import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { notesRequestsTexts } from '../../pages/notes-requests/notes-requests-texts'
import { NotesRequestsView } from '../../pages/notes-requests/notes-requests-view'
import { listNotesRequestsRoute } from '../../http/resources/borrowers/list-notes-requests-route'
import { answerNotesRequestRoute } from '../../http/resources/borrowers/notes-request-routes'
import { defineSitePage } from '../page/define-site-page'

/** What was written in a field, on one line as notes are; null for nothing. */
const writtenIn = (field = ''): string | null => {
  const line = field.replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

/** The requests of borrowers to see the notes that are for staff alone. */
export const notesRequestsPage = defineSitePage({
  path: '/skranke/noter',
  title: notesRequestsTexts.title,
  roles: ['staff'],
  read: ({ run }) =>
    pipe(
      run(listNotesRequestsRoute),
      TE.map(({ body: { requests } }) => ({ requests })),
    ),
  view: NotesRequestsView,
  forms: {
    answer: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(answerNotesRequestRoute, {
          params: { borrower: fields['of'] },
          body: { given: writtenIn(fields['given']), withheldBecause: writtenIn(fields['withheldBecause']) },
          idempotencyKey,
        }),
        TE.map(() => ({ to: '/skranke/noter', done: 'answered' })),
      ),
  },
  doneTexts: { answered: notesRequestsTexts.answered },
})

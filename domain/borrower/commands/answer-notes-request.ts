import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import type { AnswerToNotesRequest } from '../answer-to-notes-request'
import { refuseBorrowerCommand } from '../borrower-refusal'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { NotesRequestAnswered } from '../events/notes-request-answered'

/** Staff answer the request of a borrower to see the notes. */
export interface AnswerNotesRequest {
  readonly type: 'AnswerNotesRequest'
  readonly borrower: BorrowerId
  readonly answer: AnswerToNotesRequest
}

/** Refused: `BorrowerIsUnknown`, `NotesAreNotRequested`. */
export const decideAnswerNotesRequest = ({ borrower, answer }: AnswerNotesRequest): DecideFromState =>
  decideWhenRegistered(({ notesRequest: note }) =>
    note === null
      ? refuseBorrowerCommand('NotesAreNotRequested')
      : E.right([NotesRequestAnswered({ borrower, note }, { note: answer })]),
  )

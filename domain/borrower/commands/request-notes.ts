import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BorrowerId, NoteId } from '../../values/ids'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { NotesRequested } from '../events/notes-requested'

/** The borrower asks to see the notes that are for staff alone. `note`: the id of the request. */
export interface RequestNotes {
  readonly type: 'RequestNotes'
  readonly borrower: BorrowerId
  readonly note: NoteId
  readonly today: Day
}

/** A second request, while the first has no answer, changes nothing. Refused: `BorrowerIsUnknown`. */
export const decideRequestNotes = ({ borrower, note, today }: RequestNotes): DecideFromState =>
  decideWhenRegistered(({ notesRequest }) =>
    notesRequest === null
      ? E.right([NotesRequested({ borrower, note }, { note: { requestedOn: today } })])
      : acceptedWithoutChange,
  )

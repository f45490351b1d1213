import { either as E, eq as Eq } from 'fp-ts'
import type { Eq as Equals } from 'fp-ts/Eq'
import type { BorrowerId, NoteId } from '../../values/ids'
import { nullableStringEq } from '../../values/nullable-string-eq'
import { noNotes, type BorrowerNotes } from '../borrower-notes'
import {
  acceptedWithoutChange,
  decideWhenRegistered,
  type BorrowerDecisionResult,
  type DecideFromState,
} from '../decide-borrower-from-state'
import { NotesRemoved } from '../events/notes-removed'
import { NotesReplaced } from '../events/notes-replaced'
import { NotesWritten } from '../events/notes-written'
import type { CurrentNotes } from '../borrower-state'

/** Writes, changes or removes the notes on a borrower. The command names both; new notes get an id of their own. */
export interface ChangeNotes {
  readonly type: 'ChangeNotes'
  readonly borrower: BorrowerId
  readonly note: NoteId
  readonly notes: BorrowerNotes
}

const notesEq: Equals<BorrowerNotes> = Eq.struct({ internalNote: nullableStringEq, noteToBorrower: nullableStringEq })

const writeFirst = ({ borrower, note, notes }: ChangeNotes): BorrowerDecisionResult =>
  notesEq.equals(notes, noNotes) ? acceptedWithoutChange : E.right([NotesWritten({ borrower, note }, { note: notes })])

const replace = ({ borrower, note, notes }: ChangeNotes, current: CurrentNotes): BorrowerDecisionResult => {
  if (notesEq.equals(notes, noNotes)) return E.right([NotesRemoved({ borrower, note: current.note }, {})])
  return current.notes._tag === 'Plain' && notesEq.equals(notes, current.notes.value)
    ? acceptedWithoutChange
    : E.right([NotesReplaced({ borrower, note, replaces: current.note }, { note: notes })])
}

/** When the notes are the same, there is no event. Refused: `BorrowerIsUnknown`. */
export const decideChangeNotes = (command: ChangeNotes): DecideFromState =>
  decideWhenRegistered(({ currentNotes }) =>
    currentNotes === null ? writeFirst(command) : replace(command, currentNotes),
  )

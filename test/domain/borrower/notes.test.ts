import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import type { BorrowerNotes } from '../../../domain/borrower/borrower-notes'
import type { ChangeNotes } from '../../../domain/borrower/commands/change-notes'
import { NotesRemoved } from '../../../domain/borrower/events/notes-removed'
import { NotesReplaced } from '../../../domain/borrower/events/notes-replaced'
import { NotesWritten } from '../../../domain/borrower/events/notes-written'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { NoteId } from '../../../domain/values/ids'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { annaRegistered } from '../../fixtures/example-borrowers'
import { anna } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const past = given(borrowerDecider(defaultLibraryPolicy))
const noteId = (n: number): NoteId => numberedUuid(950 + n) as NoteId

const internal: BorrowerNotes = { internalNote: 'Ringede om sit lån', noteToBorrower: null }
const both: BorrowerNotes = { ...internal, noteToBorrower: 'Husk bilaget' }
const none: BorrowerNotes = { internalNote: null, noteToBorrower: null }

const change = (n: number, notes: BorrowerNotes): ChangeNotes => ({
  ...{ type: 'ChangeNotes', borrower: anna, note: noteId(n), notes },
})
const written = NotesWritten({ borrower: anna, note: noteId(1) }, { note: internal })
const noted = past(annaRegistered(), written)

describe('notes on a borrower', () => {
  it('are written', () => {
    past(annaRegistered()).when(change(1, internal)).thenHappens(written)
  })

  it('are replaced, and the old ones end, so that a borrower has at most one of each kind', () => {
    const replaced = { borrower: anna, note: noteId(2), replaces: noteId(1) }
    noted.when(change(2, both)).thenHappens(NotesReplaced(replaced, { note: both }))
  })

  it('are removed, and can be written again', () => {
    const removed = NotesRemoved({ borrower: anna, note: noteId(1) }, {})
    noted.when(change(2, none)).thenHappens(removed)
    past(annaRegistered(), written, removed)
      .when(change(3, internal))
      .thenHappens(NotesWritten({ borrower: anna, note: noteId(3) }, { note: internal }))
  })

  it.each([
    ['the same', noted, internal],
    ['none where there are none', past(annaRegistered()), none],
  ])('change only when they differ: %s', (_, before, notes) => {
    expect(before.when(change(2, notes)).events()).toEqual([])
  })

  it('are replaced also when the old ones are erased', () => {
    const unreadable = past(...withScopesErased(new Set([noteId(1)]))([annaRegistered(), written]))
    expect(unreadable.when(change(2, internal)).events()).toHaveLength(1)
  })

  it('are refused for a person who is not registered', () => {
    past().when(change(1, internal)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })

  it('do not tell of which kind they are to who reads the open parts', () => {
    const openPartsAfter = (notes: BorrowerNotes): ReadonlyArray<unknown> =>
      noted
        .when(change(2, notes))
        .events()
        .map(({ type, open }) => [type, open])
    expect(openPartsAfter(both)).toEqual(openPartsAfter({ internalNote: null, noteToBorrower: 'Husk bilaget' }))
  })
})

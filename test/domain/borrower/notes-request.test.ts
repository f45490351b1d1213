import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import { NotesRequestAnswered } from '../../../domain/borrower/events/notes-request-answered'
import { NotesRequested } from '../../../domain/borrower/events/notes-requested'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { notesRequestAnsweredBy } from '../../../domain/policy/notes-request-policy'
import type { Day } from '../../../domain/values/day'
import type { NoteId } from '../../../domain/values/ids'
import { annaRegistered } from '../../fixtures/example-borrowers'
import { anna, day } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const past = given(borrowerDecider(defaultLibraryPolicy))
const noteId = (n: number): NoteId => numberedUuid(960 + n) as NoteId

const request = (n: number) =>
  ({ type: 'RequestNotes', borrower: anna, note: noteId(n), today: day('2026-01-31') }) as const
const answer = { answeredOn: day('2026-02-10'), given: 'Ringede om sit lån', withheldBecause: null }
const answerCommand = { type: 'AnswerNotesRequest', borrower: anna, answer } as const
const requested = NotesRequested({ borrower: anna, note: noteId(1) }, { note: { requestedOn: day('2026-01-31') } })
const answered = NotesRequestAnswered({ borrower: anna, note: noteId(1) }, { note: answer })

describe('a request to see the notes that are for staff alone (GDPR Article 15)', () => {
  it('is made once, until it has an answer', () => {
    past(annaRegistered()).when(request(1)).thenHappens(requested)
    expect(past(annaRegistered(), requested).when(request(2)).events()).toEqual([])
    expect(past(annaRegistered(), requested, answered).when(request(2)).events()).toHaveLength(1)
  })

  it('is answered once, also when there are no notes, and ends with its answer', () => {
    past(annaRegistered(), requested).when(answerCommand).thenHappens(answered)
    for (const before of [past(annaRegistered()), past(annaRegistered(), requested, answered)])
      before.when(answerCommand).thenRefused({ _tag: 'NotesAreNotRequested' })
  })

  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2026-02-01', '2026-03-01'],
    ['2026-12-15', '2027-01-12'],
  ] as const)('of %s is answered by %s, within the month of the law (GDPR Article 12(3))', (on, by) => {
    expect(notesRequestAnsweredBy(on as Day)).toBe(by)
  })

  it('is refused for a person who is not registered', () => {
    past().when(request(1)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

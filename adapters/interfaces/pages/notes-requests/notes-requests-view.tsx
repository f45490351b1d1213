import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextArea } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { notesRequestsTexts as texts } from './notes-requests-texts'

/** A request of a borrower to see the notes that are for staff alone. */
export interface ShownNotesRequest {
  readonly borrower: string
  readonly number: string | null
  readonly requestedOn: Day
  readonly answerBy: Day
  readonly internalNote: string | null
  readonly blockNotes: ReadonlyArray<string>
}

const notesOf = ({ internalNote, blockNotes }: ShownNotesRequest): ReadonlyArray<string> =>
  internalNote === null ? blockNotes : [internalNote, ...blockNotes]

const Request = ({ request }: { readonly request: ShownNotesRequest }): JSX.Element => {
  const text = useText()
  const { borrower, number, requestedOn, answerBy } = request
  const notes = notesOf(request)
  return (
    <section aria-labelledby={`request-${borrower}`}>
      <h2 id={`request-${borrower}`}>{`${text(texts.borrower)} ${number ?? ''}`}</h2>
      <ValueList
        values={[
          { name: texts.requestedOn, value: <DayText day={requestedOn} /> },
          { name: texts.answerBy, value: <DayText day={answerBy} /> },
          {
            name: texts.notes,
            value: notes.length === 0 ? text(texts.noNotes) : notes.map((note) => <p>{note}</p>),
          },
        ]}
      />
      <PageForm name="answer" of={borrower}>
        <TextArea name="given" label={texts.given} hint={texts.givenHint} value={notes.join(' · ')} />
        <TextArea name="withheldBecause" label={texts.withheldBecause} hint={texts.withheldHint} />
        <SubmitButton text={texts.answer} about={number ?? ''} />
      </PageForm>
    </section>
  )
}

/** The requests to see notes that wait for an answer, each with the notes to review and the form that answers. */
export const NotesRequestsView = ({
  requests,
}: {
  readonly requests: ReadonlyArray<ShownNotesRequest>
}): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>{text(texts.lead)}</p>
      {requests.length === 0 ? <p>{text(texts.none)}</p> : null}
      {requests.map((request) => (
        <Request request={request} />
      ))}
    </>
  )
}

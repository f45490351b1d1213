import type { JSX } from 'preact'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import type { DataOfKind } from '../personal-data/personal-data'
import { borrowerDataTexts as texts } from './borrower-data-texts'

interface KindsProps {
  readonly rows: ReadonlyArray<DataOfKind>
}

const KindList = ({ rows }: KindsProps): JSX.Element => {
  const text = useText()
  return (
    <dl class="value-list">
      {rows.map(({ kind, promise }) => (
        <>
          <dt id={kind}>{text(promise.name)}</dt>
          <dd>
            {text(promise.purpose)}.{' '}
            <span class="forgotten-on">{`${text(texts.forgotten)} ${text(promise.end)}.`}</span>
          </dd>
        </>
      ))}
    </dl>
  )
}

/** The kinds of which nothing is held, folded together. */
export const KindsWithNothing = ({ rows }: KindsProps): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="nothing">
      <h2 id="nothing">{text(texts.nothingHeld)}</h2>
      <p>{text(texts.nothingHeldText)}</p>
      <details>
        <summary>{rows.map(({ promise }) => text(promise.name)).join(', ')}</summary>
        <KindList rows={rows} />
      </details>
    </section>
  )
}

/** Asks for the notes that are for staff alone. Staff review them, and give them on this page (GDPR Article 15). */
const NotesRequestForm = (): JSX.Element => (
  <>
    <p>{useText()(texts.askForNotesText)}</p>
    <PageForm name="requestNotes">
      <SubmitButton text={texts.askForNotes} kind="secondary" />
    </PageForm>
  </>
)

interface WithheldProps extends KindsProps {
  /** Whether a request to see the notes waits for its answer. */
  readonly areNotesRequested: boolean
}

/** The kinds that are not shown to borrowers: what they are for, and until when. */
export const KindsWithheld = ({ rows, areNotesRequested }: WithheldProps): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="withheld">
      <h2 id="withheld">{text(texts.withheld)}</h2>
      <p>{text(texts.withheldText)}</p>
      <KindList rows={rows} />
      {areNotesRequested ? <p>{text(texts.notesRequested)}</p> : <NotesRequestForm />}
    </section>
  )
}

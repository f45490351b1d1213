import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { Month } from '../../../../domain/values/month'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { BorrowerInHead } from '../borrower-record/borrower-head'
import { RecordTabs } from '../borrower-record/record-tabs'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { formatMonth } from '../formatting/format-times'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useFrame, useText } from '../layout/page-frame'
import { valueText } from '../personal-data/value-texts'
import { DataSection } from '../staff/data-section'
import { DataTable, type TableColumn } from '../tables/data-table'

export const borrowerMessagesTexts = {
  title: { da: 'Beskeder til låneren', en: 'Messages to the borrower' },
  messages: { da: 'Beskeder', en: 'Messages' },
  none: { da: 'Ingen beskeder.', en: 'No messages.' },
  kind: { da: 'Slags', en: 'Kind' },
  madeOn: { da: 'Lavet', en: 'Made' },
  state: { da: 'Status', en: 'State' },
  sentTo: { da: 'Sendt til', en: 'Sent to' },
  text: { da: 'Tekst', en: 'Text' },
  forgottenOn: { da: 'Glemmes', en: 'Forgotten' },
  show: { da: 'Vis teksten', en: 'Show the text' },
  notices: { da: 'Beskeder om registreringen', en: 'Messages about the registration' },
  pending: { da: 'venter', en: 'pending' },
  sent: { da: 'sendt', en: 'sent' },
  failed: { da: 'kunne ikke sendes', en: 'could not be sent' },
  noContactInformation: { da: 'mangler kontaktoplysninger', en: 'no contact information' },
  emailNotVerified: { da: 'e-mailadressen er ikke bekræftet', en: 'the e-mail address is not verified' },
  statement: { da: 'Send opgørelse over mellemværende', en: 'Send the statement of outstanding matters' },
  statementSent: { da: 'Opgørelsen bliver sendt.', en: 'The statement will be sent.' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

const texts = borrowerMessagesTexts

/** A message, or a notice about the registration, as staff see it. */
export interface ShownMessage {
  readonly kind: string
  /** The day of a message, the month of a notice. */
  readonly made: { readonly on: Day } | { readonly in: Month }
  readonly state: 'pending' | 'sent' | 'failed' | 'noContactInformation' | 'emailNotVerified'
  readonly sentTo: string | null
  readonly subject: string | null
  readonly text: string | null
  readonly forgottenOn: Day | null
}

export interface BorrowerMessagesProps {
  readonly head: BorrowerInHead
  readonly messages: ReadonlyArray<ShownMessage>
  readonly notices: ReadonlyArray<ShownMessage>
}

const KindOfMessage = ({ kind }: ShownMessage): JSX.Element => {
  const text = useText()
  const word = valueText('messages', 'kind', kind) ?? valueText('messages', 'about', kind)
  return <>{word === undefined ? kind : text(word)}</>
}

const Made = ({ made }: ShownMessage): JSX.Element => {
  const { language } = useFrame()
  return 'on' in made ? <DayText day={made.on} /> : <>{formatMonth(language, made.in)}</>
}

const TextOfMessage = ({ subject, text: written }: ShownMessage): JSX.Element | null => {
  const text = useText()
  return written === null ? null : (
    <details>
      <summary>{subject ?? text(texts.show)}</summary>
      <p class="message-text">{written}</p>
    </details>
  )
}

const columns: ReadonlyArray<TableColumn<ShownMessage>> = [
  { heading: texts.kind, cell: KindOfMessage },
  { heading: texts.madeOn, cell: Made },
  { heading: texts.state, cell: ({ state }) => <Text of={texts[state]} /> },
  { heading: texts.sentTo, cell: ({ sentTo }) => sentTo },
  { heading: texts.text, cell: TextOfMessage },
  { heading: texts.forgottenOn, cell: ({ forgottenOn }) => <ForgottenDay day={forgottenOn} /> },
]

/** What the library has written to a borrower. */
export const BorrowerMessagesView = ({ head, messages, notices }: BorrowerMessagesProps): JSX.Element => (
  <>
    <RecordTabs {...head} />
    <DataSection kind="messages">
      <DataTable caption={texts.messages} columns={columns} rows={messages} empty={texts.none} />
      <PageForm name="statement">
        <SubmitButton text={texts.statement} kind="secondary" />
      </PageForm>
    </DataSection>
    <DataSection kind="notices">
      <DataTable caption={texts.notices} columns={columns} rows={notices} empty={texts.none} />
    </DataSection>
  </>
)

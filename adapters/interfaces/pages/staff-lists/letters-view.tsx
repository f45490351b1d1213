import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { Month } from '../../../../domain/values/month'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { borrowerMessagesTexts } from '../borrower-messages/borrower-messages-view'
import { DayText } from '../formatting/day-text'
import { formatMonth } from '../formatting/format-times'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useFrame, useText } from '../layout/page-frame'
import { PrintButton } from '../layout/print-button'
import { useValueText } from '../personal-data/use-value-text'
import { DataSection } from '../staff/data-section'
import { useWorkplace } from '../staff/workplace'
import { DataTable, type TableColumn } from '../tables/data-table'
import { RecordLink } from './record-link'
import { staffListsTexts as texts } from './staff-lists-texts'

/** A letter to print: about loans and fees, or about the registration. */
export interface LetterToPrint {
  readonly id: string
  readonly form: 'letterPrinted' | 'noticePrinted'
  readonly number: string
  /** Null while it is withheld, because name and address are protected. */
  readonly name: string | null
  readonly careOf: string | null
  readonly address: string | null
  readonly subject: string | null
  readonly text: string | null
}

export interface UndeliveredMessage {
  readonly message: string
  readonly borrower: string
  readonly kind: string
  readonly madeOn: Day
  readonly failure: string | null
  /** Whether nothing is sent to the e-mail of the borrower, because it is not verified. */
  readonly isEmailUnverified: boolean
}

export interface PaperToDestroy {
  readonly guardian: string
  readonly month: Month
  readonly branch: TextInBothLanguages
  readonly childNumber: string
  readonly destroyBy: Day
}

/** Who sends the letters, by the policy: what it does not name is left out. */
export interface LetterSender {
  readonly name?: string
  readonly address?: string
}

export interface LettersProps {
  readonly sender: LetterSender
  readonly today: Day
  readonly letters: ReadonlyArray<LetterToPrint>
  readonly undelivered: ReadonlyArray<UndeliveredMessage>
  readonly papers: ReadonlyArray<PaperToDestroy>
}

/** The sender and the day: the head of each letter. */
const LetterHead = ({ sender, today }: Pick<LettersProps, 'sender' | 'today'>): JSX.Element => {
  const text = useText()
  const workplace = useWorkplace()
  return (
    <p class="letter-address letter-head">
      {[sender.name, text(workplace.name), sender.address].filter(Boolean).join('\n')}
      {'\n'}
      <DayText day={today} />
    </p>
  )
}

interface LetterProps extends Pick<LettersProps, 'sender' | 'today'> {
  readonly letter: LetterToPrint
}

/** To whom a letter goes. One to somebody without a postal address says so: nobody can send it. */
const Addressee = ({ number, name, careOf, address }: LetterToPrint): JSX.Element => (
  <>
    <p class="letter-address">
      {name === null ? (
        <>
          {number}: <Text of={texts.protectedAddress} />
        </>
      ) : (
        [name, careOf, address].filter(Boolean).join('\n')
      )}
    </p>
    {name !== null && address === null ? (
      <p>
        <strong>
          {number}: <Text of={texts.noAddress} />
        </strong>
      </p>
    ) : null}
  </>
)

const Letter = ({ letter, ...head }: LetterProps): JSX.Element => {
  const { id, form, number, name, subject, text: written } = letter
  return (
    <article class="letter">
      <LetterHead {...head} />
      <Addressee {...letter} />
      <h3>{subject}</h3>
      <p class="message-text">{written}</p>
      <PageForm name={form} of={id} isInline>
        <SubmitButton text={texts.printed} kind="secondary" about={`${name ?? number}: ${subject ?? ''}`} />
      </PageForm>
    </article>
  )
}

const Word = ({ member, value }: { readonly member: string; readonly value: string }): JSX.Element => {
  const valueText = useValueText()
  return <>{valueText('messages', member, value)}</>
}

/** Why a message was not sent: what lacks may be no more than that the e-mail is verified. */
const Failure = ({ failure, isEmailUnverified }: UndeliveredMessage): JSX.Element | null => {
  if (failure === 'noContactInformation' && isEmailUnverified)
    return <Text of={borrowerMessagesTexts.emailNotVerified} />
  return failure === null ? null : <Word member="failure" value={failure} />
}

const KindOfMessage = ({ kind }: Pick<UndeliveredMessage, 'kind'>): JSX.Element => <Word member="about" value={kind} />

const undeliveredColumns: ReadonlyArray<TableColumn<UndeliveredMessage>> = [
  { heading: texts.kind, cell: KindOfMessage },
  { heading: texts.madeOn, cell: ({ madeOn }) => <DayText day={madeOn} /> },
  { heading: texts.why, cell: Failure },
  {
    heading: texts.borrower,
    cell: ({ borrower, kind }) => <RecordLink borrower={borrower} about={<KindOfMessage kind={kind} />} />,
  },
]

const MonthOfPaper = ({ month }: PaperToDestroy): JSX.Element => <>{formatMonth(useFrame().language, month)}</>

const paperColumns: ReadonlyArray<TableColumn<PaperToDestroy>> = [
  { heading: texts.paperMonth, cell: MonthOfPaper },
  { heading: texts.branch, cell: ({ branch }) => <Text of={branch} /> },
  { heading: texts.borrower, cell: ({ childNumber }) => childNumber },
  { heading: texts.destroyBy, cell: ({ destroyBy }) => <DayText day={destroyBy} /> },
  {
    heading: texts.action,
    cell: ({ guardian, childNumber }) => (
      <PageForm name="destroyed" of={guardian} isInline>
        <SubmitButton text={texts.destroyed} kind="secondary" about={childNumber} />
      </PageForm>
    ),
  },
]

/** Letters to print, messages that could not be sent, and papers to destroy. */
export const LettersView = ({ letters, undelivered, papers, ...head }: LettersProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <DataSection kind="messages" heading={texts.letters}>
        {letters.length === 0 ? (
          <p>{text(texts.lettersEmpty)}</p>
        ) : (
          <PrintButton text={texts.printAll} kind="primary" />
        )}
        {letters.map((letter) => (
          <Letter letter={letter} {...head} />
        ))}
      </DataSection>
      <DataSection kind="messages" heading={texts.undelivered}>
        <DataTable
          {...{ caption: texts.undelivered, columns: undeliveredColumns, rows: undelivered }}
          empty={texts.undeliveredEmpty}
        />
      </DataSection>
      <DataSection kind="guardianPaper" heading={texts.papers}>
        <DataTable {...{ caption: texts.papers, columns: paperColumns, rows: papers }} empty={texts.papersEmpty} />
      </DataSection>
    </>
  )
}

import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { SelectField, SubmitButton, TextArea, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { valueText } from '../personal-data/value-texts'
import { DataSection } from '../staff/data-section'
import type { BorrowerRecordProps } from './borrower-record'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

/** The reasons for which staff block, by the letters of the national systems. */
const blockReasons = ['O', 'U', 'F', 'S', 'W', 'D'] as const

type Blocks = Pick<BorrowerRecordProps, 'blocks' | 'blockedForDebtSince'>

const useReason = (): ((reason: string) => string) => {
  const text = useText()
  return (reason) => {
    const why = valueText('block', 'reason', reason)
    return why === undefined ? reason : `${reason}: ${text(why)}`
  }
}

const BlockList = ({ blocks, blockedForDebtSince }: Blocks): JSX.Element => {
  const text = useText()
  const reasonOf = useReason()
  if (blocks.length === 0 && blockedForDebtSince === null) return <p>{text(texts.noBlocks)}</p>
  return (
    <ul>
      {blocks.map(({ block, reason, since, note }) => (
        <li>
          <strong>{reasonOf(reason)}</strong> {text(texts.since)} <DayText day={since} />{' '}
          {note === null ? null : `(${note}) `}
          <PageForm name="lift" of={block} isInline>
            <SubmitButton text={texts.lift} kind="secondary" about={reasonOf(reason)} />
          </PageForm>
        </li>
      ))}
      {blockedForDebtSince === null ? null : (
        <li>
          <strong>E: {text(texts.debtBlock)}</strong> {text(texts.since)} <DayText day={blockedForDebtSince} />
        </li>
      )}
    </ul>
  )
}

/** The blocks of a borrower, which staff set and lift. */
export const BlocksSection = (shown: Blocks): JSX.Element => {
  const text = useText()
  const reasonOf = useReason()
  return (
    <DataSection kind="block">
      <BlockList {...shown} />
      <PageForm name="block">
        <SelectField
          name="reason"
          label={texts.blockReason}
          options={[
            { value: '', text: text(texts.chooseReason) },
            ...blockReasons.map((reason) => ({ value: reason, text: reasonOf(reason) })),
          ]}
          isRequired
        />
        <TextField name="note" label={texts.blockNote} />
        <SubmitButton text={texts.block} kind="secondary" />
      </PageForm>
    </DataSection>
  )
}

/** The notes on a borrower. */
export const NotesSection = ({ notes }: Pick<BorrowerRecordProps, 'notes'>): JSX.Element => (
  <DataSection kind="internalNote" heading={texts.notes}>
    <PageForm name="notes">
      <input type="hidden" name="etag" value={notes.etag} />
      <TextArea name="internalNote" label={texts.internalNote} value={notes.internalNote ?? ''} />
      <TextArea name="noteToBorrower" label={texts.noteToBorrower} value={notes.noteToBorrower ?? ''} />
      <SubmitButton text={texts.save} kind="secondary" />
    </PageForm>
  </DataSection>
)

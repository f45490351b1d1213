import type { JSX } from 'preact'
import { AmountText } from '../formatting/amount-text'
import { SubmitButton } from '../forms/fields'
import { FormsOnDemand } from '../forms/forms-on-demand'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { DataSection, Value } from '../staff/data-section'
import { BlocksSection, NotesSection } from './blocks-section'
import type { BorrowerRecordProps } from './borrower-record'
import { borrowerRecordTexts as texts } from './borrower-record-texts'
import { CardsOfRecord } from './cards-of-record'
import { ContactSection } from './contact-section'
import { IdentitySection } from './identity-section'
import { RecordTabs } from './record-tabs'
import { LoansSection, ReservationsSection } from './use-sections'

const EraseForm = (): JSX.Element => {
  const text = useText()
  return (
    <FormsOnDemand summary={texts.erase} forms={['erase']}>
      <p>{text(texts.eraseText)}</p>
      <PageForm name="erase">
        <SubmitButton text={texts.erase} kind="warning" />
      </PageForm>
    </FormsOnDemand>
  )
}

/** The record of a borrower as staff see it. Each opening counts as looked at. */
export const BorrowerRecordView = (record: BorrowerRecordProps): JSX.Element => {
  const text = useText()
  return (
    <>
      <RecordTabs {...record.identity} />
      <p>{text(texts.looked)}</p>
      <IdentitySection {...record} />
      <CardsOfRecord {...record} />
      <BlocksSection {...record} />
      <NotesSection {...record} />
      <LoansSection {...record} />
      <ReservationsSection {...record} />
      <DataSection kind="outstandingBalance">
        <dl class="value-list">
          <Value title={texts.owed}>
            <AmountText amount={record.owed} />
          </Value>
        </dl>
      </DataSection>
      <ContactSection {...record} />
      <EraseForm />
    </>
  )
}

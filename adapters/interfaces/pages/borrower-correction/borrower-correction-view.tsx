import type { JSX } from 'preact'
import type { BorrowerInHead } from '../borrower-record/borrower-head'
import { borrowerRecordTexts as recordTexts } from '../borrower-record/borrower-record-texts'
import { RecordTabs } from '../borrower-record/record-tabs'
import type { NamedBranch } from '../branches/branch-names'
import type { ShownContact } from '../contact/contact-details'
import { ContactFields } from '../contact/contact-fields'
import { SelectField, SubmitButton, TextField } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { DataSection } from '../staff/data-section'
import { borrowerCorrectionTexts as texts } from './borrower-correction-texts'
import { CardsSection, PinSection, type CardOfBorrower } from './card-sections'
import { IdentityFields, PreferenceFields, type IdentityInForm } from './identity-fields'

export interface BorrowerCorrectionProps {
  readonly head: BorrowerInHead
  /** The ETag of the record: who changes something after another has is told so. */
  readonly etag: string
  /** Undefined while name and address are protected: they are not written over unseen. */
  readonly identity: IdentityInForm | undefined
  readonly contact: ShownContact | undefined
  readonly isProtected: boolean
  readonly homeBranch: string
  readonly language: string
  readonly branches: ReadonlyArray<NamedBranch>
  readonly cards: ReadonlyArray<CardOfBorrower>
}

const IdentityForm = ({ etag, identity }: BorrowerCorrectionProps): JSX.Element => {
  const text = useText()
  return (
    <DataSection kind="identityCorrections" heading={texts.identity}>
      {identity === undefined ? (
        <PageForm name="open">
          <p>{text(texts.protectedFirst)}</p>
          <TextField name="reason" label={recordTexts.reason} hint={recordTexts.reasonHint} />
          <SubmitButton text={recordTexts.openProtected} kind="warning" />
        </PageForm>
      ) : (
        <PageForm name="identity">
          <HiddenField name="etag" value={etag} />
          <IdentityFields {...identity} />
          <TextField name="reason" label={texts.reason} />
          <SubmitButton text={texts.save} kind="secondary" />
        </PageForm>
      )}
    </DataSection>
  )
}

const ContactForm = ({ etag, contact }: BorrowerCorrectionProps): JSX.Element | null =>
  contact === undefined ? null : (
    <DataSection kind="phones" heading={recordTexts.contact}>
      <PageForm name="contact">
        <HiddenField name="etag" value={etag} />
        <ContactFields contact={contact} />
        <SubmitButton text={texts.save} kind="secondary" />
      </PageForm>
    </DataSection>
  )

const ProtectionForm = ({ isProtected }: Pick<BorrowerCorrectionProps, 'isProtected'>): JSX.Element => {
  const text = useText()
  return (
    <DataSection kind="nameAndAddressProtection">
      <PageForm name="protection">
        <SelectField
          name="protection"
          label={texts.protection}
          value={isProtected ? 'nameAndAddress' : 'none'}
          options={[
            { value: 'none', text: text(texts.protectionOff) },
            { value: 'nameAndAddress', text: text(texts.protectionOn) },
          ]}
        />
        <TextField name="reason" label={texts.reason} />
        <SubmitButton text={texts.save} kind="secondary" />
      </PageForm>
    </DataSection>
  )
}

/** Where staff put right what is known of a borrower, with a reason. */
export const BorrowerCorrectionView = (shown: BorrowerCorrectionProps): JSX.Element => (
  <>
    <RecordTabs {...shown.head} />
    <IdentityForm {...shown} />
    <ContactForm {...shown} />
    <DataSection kind="homeBranch" heading={texts.preferences}>
      <PageForm name="preferences">
        <HiddenField name="etag" value={shown.etag} />
        <PreferenceFields {...shown} />
        <SubmitButton text={texts.save} kind="secondary" />
      </PageForm>
    </DataSection>
    <ProtectionForm {...shown} />
    <CardsSection {...shown} />
    <PinSection />
  </>
)

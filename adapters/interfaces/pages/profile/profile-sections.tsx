import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { BranchField } from '../branches/branch-field'
import { ContactForm } from '../contact/contact-form'
import { UnverifiedEmail } from '../contact/unverified-email'
import { DayText } from '../formatting/day-text'
import { PasswordField, SelectField, SubmitButton, TextField } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import type { Profile } from './profile'
import { languageOptions, profileTexts as texts } from './profile-texts'

interface SectionProps {
  readonly id: string
  readonly heading: TextInBothLanguages
  readonly children: ComponentChildren
}

/** A part of the profile with its heading. */
export const ProfileSection = ({ id, heading, children }: SectionProps): JSX.Element => (
  <section>
    <h2 id={id}>
      <Text of={heading} />
    </h2>
    {children}
  </section>
)

const Forgotten = ({ text }: { readonly text: TextInBothLanguages }): JSX.Element => (
  <p class="forgotten-on">
    <Text of={text} />
  </p>
)

/** Phones and e-mails, and the link by which the e-mail for notices is verified. */
export const ContactSection = ({ contact, verifiedEmails, etag }: Profile): JSX.Element => (
  <ProfileSection id="contact" heading={texts.contact}>
    <UnverifiedEmail contact={contact} verifiedEmails={verifiedEmails} />
    <ContactForm contact={contact} etag={etag} />
  </ProfileSection>
)

/** Home branch and language. */
export const PreferencesSection = ({ homeBranch, language, branches, etag }: Profile): JSX.Element => (
  <ProfileSection id="preferences" heading={texts.preferences}>
    <PageForm name="preferences">
      <HiddenField name="etag" value={etag} />
      <BranchField name="homeBranch" label={texts.homeBranch} branches={branches} chosen={homeBranch} />
      <SelectField name="language" label={texts.language} value={language} options={languageOptions} />
      <Forgotten text={texts.forgottenWhenChanged} />
      <SubmitButton text={texts.savePreferences} />
    </PageForm>
  </ProfileSection>
)

/** The absence period. */
export const AbsenceSection = ({ absence, etag }: Profile): JSX.Element => (
  <ProfileSection id="absence" heading={texts.absence}>
    <p>
      <Text of={texts.absenceText} />
    </p>
    {absence === undefined ? (
      <p>
        <Text of={texts.noAbsence} />
      </p>
    ) : (
      <>
        <p>
          <Text of={texts.from} /> <DayText day={absence.from} />
          {absence.until === null ? null : (
            <>
              {' '}
              <Text of={texts.until} /> <DayText day={absence.until} />
            </>
          )}
        </p>
        <PageForm name="removeAbsence">
          <SubmitButton text={texts.removeAbsence} kind="secondary" />
        </PageForm>
      </>
    )}
    <PageForm name="absence">
      <HiddenField name="etag" value={etag} />
      <TextField name="from" label={texts.from} hint={texts.fromHint} type="date" value={absence?.from ?? ''} />
      <TextField name="until" label={texts.until} hint={texts.untilHint} type="date" value={absence?.until ?? ''} />
      <Forgotten text={texts.absenceForgotten} />
      <SubmitButton text={texts.setAbsence} />
    </PageForm>
  </ProfileSection>
)

/** The PIN. It is never shown. */
export const PinSection = (): JSX.Element => (
  <ProfileSection id="pin" heading={texts.pin}>
    <PageForm name="pin">
      <Forgotten text={texts.pinText} />
      <PasswordField
        name="currentPin"
        label={texts.currentPin}
        hint={texts.currentPinHint}
        autoComplete="current-password"
      />
      <PasswordField name="pin" label={texts.newPin} hint={texts.newPinHint} autoComplete="new-password" />
      <PasswordField name="pinAgain" label={texts.pinAgain} autoComplete="new-password" />
      <SubmitButton text={texts.setPin} />
    </PageForm>
  </ProfileSection>
)

import type { JSX } from 'preact'
import { borrowerCorrectionTexts as texts } from '../borrower-correction/borrower-correction-texts'
import { IdentityFields, PreferenceFields, namedIdentityFields } from '../borrower-correction/identity-fields'
import type { NamedBranch } from '../branches/branch-names'
import { noContact } from '../contact/contact-details'
import { ContactFields, namedContactFields } from '../contact/contact-fields'
import { PasswordField, SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useHref, useText } from '../layout/page-frame'
import { useWorkplace } from '../staff/workplace'

const noIdentity = { name: '', cpr: '', birthDate: '', group: 'adult', municipality: '' }

const namedFields = [
  ...namedIdentityFields,
  ...namedContactFields('/contact'),
  { name: 'card', label: texts.card },
  { name: 'pin', label: texts.pin },
]

/** Where staff register somebody who stands at the desk, or who has sent a paper. */
export const BorrowerRegistrationView = ({
  branches,
}: {
  readonly branches: ReadonlyArray<NamedBranch>
}): JSX.Element => {
  const text = useText()
  const href = useHref()
  const { branch } = useWorkplace()
  return (
    <>
      <p>
        {text(texts.registerText)} <a href={href('/privatliv')}>{text(texts.privacy)}</a>
      </p>
      <PageForm name="register" namedFields={namedFields}>
        <IdentityFields {...noIdentity} />
        <ContactFields contact={noContact} pointer="/contact" isNew />
        <PreferenceFields homeBranch={branch} language="da" branches={branches} />
        <TextField name="card" label={texts.card} isRequired isScanned />
        <PasswordField name="pin" label={texts.pin} hint={texts.pinHint} autoComplete="new-password" />
        <SubmitButton text={texts.register} />
      </PageForm>
    </>
  )
}

import type { JSX } from 'preact'
import { BranchField } from '../branches/branch-field'
import type { NamedBranch } from '../branches/branch-names'
import { PasswordField, SelectField, SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useFrame, useHref } from '../layout/page-frame'
import { languageOptions } from '../profile/profile-texts'
import { websiteRegistrationTexts as texts } from './website-registration-texts'

/** What the form needs to know. It says nothing of the person. */
export interface WebsiteRegistrationContent {
  readonly branches: ReadonlyArray<NamedBranch>
}

/** The privacy notice, beside the button that registers (GDPR Article 13). */
const PrivacyLink = (): JSX.Element => {
  const href = useHref()
  return (
    <p>
      <a href={href('/privatliv')}>
        <Text of={texts.privacy} />
      </a>
    </p>
  )
}

const RegistrationForm = ({ branches }: WebsiteRegistrationContent): JSX.Element => {
  const { language } = useFrame()
  return (
    <PageForm name="register">
      <TextField name="name" label={texts.name} autoComplete="name" />
      <TextField name="address" label={texts.address} autoComplete="street-address" pointer="/contact/address" />
      <TextField name="phone" label={texts.phone} type="tel" autoComplete="tel" pointer="/contact/phones" />
      <TextField
        name="email"
        label={texts.email}
        hint={texts.emailHint}
        type="email"
        autoComplete="email"
        pointer="/contact/emails"
      />
      <BranchField name="homeBranch" label={texts.homeBranch} branches={branches} chosen={undefined} />
      <SelectField name="language" label={texts.language} value={language} options={languageOptions} />
      <PasswordField name="pin" label={texts.pin} hint={texts.pinHint} autoComplete="new-password" />
      <PasswordField name="pinAgain" label={texts.pinAgain} autoComplete="new-password" />
      <SubmitButton text={texts.register} />
      <PrivacyLink />
    </PageForm>
  )
}

/** The form by which somebody registers whom a provider has identified. */
export const WebsiteRegistrationView = (content: WebsiteRegistrationContent): JSX.Element => (
  <>
    <p>
      <Text of={texts.intro} /> <Text of={texts.block} />
    </p>
    <p>
      <Text of={texts.cpr} />
    </p>
    <p class="forgotten-on">
      <Text of={texts.forgotten} />
    </p>
    <RegistrationForm {...content} />
  </>
)

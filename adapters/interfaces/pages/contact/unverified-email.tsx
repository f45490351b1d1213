import type { JSX } from 'preact'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import { isEmailUnverified, type KnownContact } from './contact-details'
import { contactTexts as texts } from './contact-texts'

interface UnverifiedEmailProps extends KnownContact {
  /** Tells the forms of several children apart. */
  readonly of?: string
}

/** Says that the e-mail for notices gets none before it is verified, and orders a link by which it is. */
export const UnverifiedEmail = ({ of = '', ...known }: UnverifiedEmailProps): JSX.Element | null =>
  isEmailUnverified(known) ? (
    <div class="alert alert-warning">
      <p class="alert-text">
        <Text of={texts.notVerified} /> {known.contact.emailForNotices}
      </p>
      <PageForm name="sendLink" of={of}>
        <SubmitButton text={texts.sendLink} kind="secondary" />
      </PageForm>
    </div>
  ) : null

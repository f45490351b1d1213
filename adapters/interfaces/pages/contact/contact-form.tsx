import type { JSX } from 'preact'
import { SubmitButton } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import type { ShownContact } from './contact-details'
import { ContactFields } from './contact-fields'
import { contactTexts as texts } from './contact-texts'

interface ContactFormProps {
  readonly contact: ShownContact
  /** The ETag under which the details were read. */
  readonly etag: string
  /** Tells the forms of several children apart. */
  readonly of?: string
}

/** The form by which somebody changes their own contact details. */
export const ContactForm = ({ contact, etag, of = '' }: ContactFormProps): JSX.Element => (
  <PageForm name="contact" of={of}>
    <HiddenField name="etag" value={etag} />
    <ContactFields contact={contact} addressAutoComplete="street-address" />
    <p class="forgotten-on">
      <Text of={texts.forgotten} />
    </p>
    <SubmitButton text={texts.save} />
  </PageForm>
)

import type { JSX } from 'preact'
import { SubmitButton, TextField } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { Text } from '../layout/page-frame'
import { AddressesFieldset } from './addresses-fieldset'
import type { ShownContact } from './contact-details'
import { contactTexts as texts } from './contact-texts'

interface ContactFieldsProps {
  readonly contact: ShownContact
  /** The ETag under which the details were read. */
  readonly etag: string
}

/** The most phones and e-mail addresses that somebody may have. */
const [maxPhones, maxEmails] = [10, 5]

/** The fields of contact details, and the button that saves them. */
export const ContactFields = ({ contact, etag }: ContactFieldsProps): JSX.Element => (
  <>
    <HiddenField name="etag" value={etag} />
    <TextField name="careOf" label={texts.careOf} value={contact.careOf ?? ''} />
    <TextField name="address" label={texts.address} value={contact.address ?? ''} autoComplete="street-address" />
    <AddressesFieldset
      {...{ list: 'phones', chosen: 'mobileForNotices', type: 'tel', atMost: maxPhones }}
      {...{ legend: texts.phones, hint: texts.phonesHint, label: texts.phone }}
      {...{ getsNotices: texts.getsTexts, noNotices: texts.noTexts }}
      {...{ values: contact.phones, forNotices: contact.mobileForNotices }}
    />
    <AddressesFieldset
      {...{ list: 'emails', chosen: 'emailForNotices', type: 'email', atMost: maxEmails }}
      {...{ legend: texts.emails, hint: texts.emailsHint, label: texts.email }}
      {...{ getsNotices: texts.getsMail, noNotices: texts.noMail }}
      {...{ values: contact.emails, forNotices: contact.emailForNotices }}
    />
    <p class="forgotten-on">
      <Text of={texts.forgotten} />
    </p>
    <SubmitButton text={texts.save} />
  </>
)

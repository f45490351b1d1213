import type { JSX } from 'preact'
import { TextField } from '../forms/fields'
import type { ShownContact } from './contact-details'
import { ContactPointsFieldset } from './contact-points-fieldset'
import { contactTexts as texts } from './contact-texts'

interface ContactFieldsProps {
  readonly contact: ShownContact
  /** Where the details stand in the body of the route, such as `/contact`; left out when they are the body. */
  readonly pointer?: string
  /** Lets a browser fill in the address of its user; left out when the details are of somebody else. */
  readonly addressAutoComplete?: 'street-address'
}

/** The most phones and e-mail addresses that somebody may have. */
const [maxPhones, maxEmails] = [10, 5]

/** The fields of contact details, of a borrower or of a guardian. */
export const ContactFields = ({
  contact,
  pointer = '',
  addressAutoComplete: autoComplete,
}: ContactFieldsProps): JSX.Element => (
  <>
    <TextField name="careOf" label={texts.careOf} value={contact.careOf ?? ''} pointer={`${pointer}/careOf`} />
    <TextField
      {...{ name: 'address', label: texts.address, value: contact.address ?? '', pointer: `${pointer}/address` }}
      {...(autoComplete === undefined ? {} : { autoComplete })}
    />
    <ContactPointsFieldset
      {...{ list: 'phones', chosen: 'mobileForNotices', type: 'tel', atMost: maxPhones, pointer }}
      {...{ legend: texts.phones, hint: texts.phonesHint, label: texts.phone }}
      {...{ getsNotices: texts.getsTexts, noNotices: texts.noTexts }}
      {...{ values: contact.phones, forNotices: contact.mobileForNotices }}
    />
    <ContactPointsFieldset
      {...{ list: 'emails', chosen: 'emailForNotices', type: 'email', atMost: maxEmails, pointer }}
      {...{ legend: texts.emails, hint: texts.emailsHint, label: texts.email }}
      {...{ getsNotices: texts.getsMail, noNotices: texts.noMail }}
      {...{ values: contact.emails, forNotices: contact.emailForNotices }}
    />
  </>
)

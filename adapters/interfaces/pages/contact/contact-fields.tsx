import type { JSX } from 'preact'
import { TextField } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import type { NamedField } from '../forms/wrong-fields'
import type { ShownContact } from './contact-details'
import { ContactPointsFieldset, numbered } from './contact-points-fieldset'
import { contactTexts as texts } from './contact-texts'

interface ContactFieldsProps {
  readonly contact: ShownContact
  /** Where the details stand in the body of the route, such as `/contact`; left out when they are the body. */
  readonly pointer?: string
  /** Whether nobody has chosen yet what gets notices: the first of each list that is written does then. */
  readonly isNew?: boolean
  /** Lets a browser fill in the address of its user; left out when the details are of somebody else. */
  readonly addressAutoComplete?: 'street-address'
}

/** Sent with contact details that are new: the form has chosen what gets notices then, and perhaps no person has. */
export const newContactField = 'contactIsNew'

/** The most phones and e-mail addresses that somebody may have. */
const [maxPhones, maxEmails] = [10, 5]

const namedLines = (
  list: 'phones' | 'emails',
  label: NamedField['label'],
  atMost: number,
  pointer: string,
): ReadonlyArray<NamedField> =>
  Array.from({ length: atMost }, (_, line) => ({
    ...{ name: `${list}-${String(line)}`, label: numbered(label, line + 1) },
    pointer: `${pointer}/${list}/${String(line)}`,
  }))

/** The fields of contact details, for the summary of errors. `pointer`: as that of the fields. */
export const namedContactFields = (pointer: string): ReadonlyArray<NamedField> => [
  { name: 'careOf', label: texts.careOf, pointer: `${pointer}/careOf` },
  { name: 'address', label: texts.address, pointer: `${pointer}/address` },
  ...namedLines('phones', texts.phone, maxPhones, pointer),
  ...namedLines('emails', texts.email, maxEmails, pointer),
]

/** The fields of contact details, of a borrower or of a guardian. */
export const ContactFields = ({
  contact,
  pointer = '',
  isNew = false,
  addressAutoComplete: autoComplete,
}: ContactFieldsProps): JSX.Element => (
  <>
    {isNew ? <HiddenField name={newContactField} value="yes" /> : null}
    <TextField name="careOf" label={texts.careOf} value={contact.careOf ?? ''} pointer={`${pointer}/careOf`} />
    <TextField
      {...{ name: 'address', label: texts.address, value: contact.address ?? '', pointer: `${pointer}/address` }}
      {...(autoComplete === undefined ? {} : { autoComplete })}
    />
    <ContactPointsFieldset
      {...{ list: 'phones', chosen: 'mobileForNotices', type: 'tel', atMost: maxPhones, pointer, isNew }}
      {...{ legend: texts.phones, hint: texts.phonesHint, label: texts.phone }}
      {...{ getsNotices: texts.getsTexts, noNotices: texts.noTexts }}
      {...{ values: contact.phones, forNotices: contact.mobileForNotices }}
    />
    <ContactPointsFieldset
      {...{ list: 'emails', chosen: 'emailForNotices', type: 'email', atMost: maxEmails, pointer, isNew }}
      {...{ legend: texts.emails, hint: texts.emailsHint, label: texts.email }}
      {...{ getsNotices: texts.getsMail, noNotices: texts.noMail }}
      {...{ values: contact.emails, forNotices: contact.emailForNotices }}
    />
  </>
)

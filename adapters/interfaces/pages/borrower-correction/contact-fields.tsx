import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { ShownContact } from '../borrower-record/borrower-record'
import { borrowerRecordTexts as texts } from '../borrower-record/borrower-record-texts'
import { TextField } from '../forms/fields'

/** How many phones, and how many e-mails, a form has room for. */
export const [phoneFields, emailFields] = [3, 2]

interface ContactFieldsProps {
  /** Undefined for somebody who is not known yet. */
  readonly contact: ShownContact | undefined
  /** Where the details stand in the body of the route: `/contact`, or '' when they are the body. */
  readonly pointer: string
}

const numbered = ({ da, en }: TextInBothLanguages, number: number): TextInBothLanguages => ({
  da: `${da} ${String(number)}`,
  en: `${en} ${String(number)}`,
})

interface SeveralProps {
  readonly name: 'phone' | 'email'
  readonly label: TextInBothLanguages
  readonly count: number
  readonly values: ReadonlyArray<string>
  readonly pointer: string
}

/** Fields for several values of one kind. Those that are left empty are not sent. */
const Several = ({ name, label, count, values, pointer }: SeveralProps): JSX.Element => (
  <>
    {Array.from({ length: Math.max(count, values.length) }, (_, n) => (
      <TextField
        name={`${name}${String(n)}`}
        label={numbered(label, n + 1)}
        value={values[n] ?? ''}
        type={name === 'phone' ? 'tel' : 'email'}
        pointer={`${pointer}/${String(n)}`}
      />
    ))}
  </>
)

/** The fields of contact details, of a borrower or of a guardian. */
export const ContactFields = ({ contact, pointer }: ContactFieldsProps): JSX.Element => {
  const field = (name: 'careOf' | 'address' | 'mobileForNotices' | 'emailForNotices'): JSX.Element => (
    <TextField name={name} label={texts[name]} value={contact?.[name] ?? ''} pointer={`${pointer}/${name}`} />
  )
  return (
    <>
      {field('careOf')}
      {field('address')}
      <Several
        {...{ name: 'phone', label: texts.phones, count: phoneFields, values: contact?.phones ?? [] }}
        pointer={`${pointer}/phones`}
      />
      {field('mobileForNotices')}
      <Several
        {...{ name: 'email', label: texts.emails, count: emailFields, values: contact?.emails ?? [] }}
        pointer={`${pointer}/emails`}
      />
      {field('emailForNotices')}
    </>
  )
}

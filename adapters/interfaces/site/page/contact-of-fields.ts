import { newContactField } from '../../pages/contact/contact-fields'
import type { ShownContact } from '../../pages/contact/contact-details'
import { textOrNull } from './filled-fields'
import type { FormFields } from './site-page'

/** The lines of a list that are not empty, by the names of their fields. */
const listOf = (fields: FormFields, list: 'phones' | 'emails'): ReadonlyArray<readonly [string, string]> =>
  Object.entries(fields)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => name.startsWith(`${list}-`) && value !== '')

/**
 * What the chosen line says. A choice of an empty line is no choice: the empty text is refused, so that nobody loses their
 * notices by it. In details that are new, without any line, nobody has chosen.
 */
const chosenOf =
  (fields: FormFields) =>
  (lines: ReadonlyArray<readonly [string, string]>, member: 'mobileForNotices' | 'emailForNotices'): string | null => {
    const chosen = fields[member] ?? ''
    if (chosen === '' || (lines.length === 0 && newContactField in fields)) return null
    return lines.find(([name]) => name === chosen)?.[1] ?? ''
  }

/** People write spaces into phone numbers. */
const withoutSpaces = ([name, phone]: readonly [string, string]) => [name, phone.replaceAll(' ', '')] as const

/** The contact details that a form says. Lines that are left empty are none. */
export const contactOfFields = (fields: FormFields): ShownContact => {
  const forNotices = chosenOf(fields)
  const [phones, emails] = [listOf(fields, 'phones').map(withoutSpaces), listOf(fields, 'emails')]
  return {
    careOf: textOrNull(fields, 'careOf'),
    address: textOrNull(fields, 'address'),
    phones: phones.map(([, phone]) => phone),
    mobileForNotices: forNotices(phones, 'mobileForNotices'),
    emails: emails.map(([, email]) => email),
    emailForNotices: forNotices(emails, 'emailForNotices'),
  }
}

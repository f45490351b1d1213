import type { ShownContact } from '../../pages/contact/contact-details'
import { textOrNull } from './filled-fields'
import type { FormFields } from './site-page'

/** The lines of a list that are not empty, by the names of their fields. */
const listOf = (fields: FormFields, list: 'phones' | 'emails'): ReadonlyArray<readonly [string, string]> =>
  Object.entries(fields)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => name.startsWith(`${list}-`) && value !== '')

/**
 * What the chosen line says. A choice of an empty line among others is no choice: the empty text is refused, so that nobody loses
 * their notices by it. In a form without any line the choice means nothing.
 */
const chosenOf = (lines: ReadonlyArray<readonly [string, string]>, chosen = ''): string | null => {
  if (chosen === '' || lines.length === 0) return null
  return lines.find(([name]) => name === chosen)?.[1] ?? ''
}

/** People write spaces into phone numbers. */
const withoutSpaces = ([name, phone]: readonly [string, string]) => [name, phone.replaceAll(' ', '')] as const

/** The contact details that a form says. Lines that are left empty are none. */
export const contactOfFields = (fields: FormFields): ShownContact => {
  const [phones, emails] = [listOf(fields, 'phones').map(withoutSpaces), listOf(fields, 'emails')]
  return {
    careOf: textOrNull(fields, 'careOf'),
    address: textOrNull(fields, 'address'),
    phones: phones.map(([, phone]) => phone),
    mobileForNotices: chosenOf(phones, fields['mobileForNotices']),
    emails: emails.map(([, email]) => email),
    emailForNotices: chosenOf(emails, fields['emailForNotices']),
  }
}

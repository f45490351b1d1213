import { textOrNull } from '../page/filled-fields'
import type { FormFields } from '../page/site-page'

/** The values of the fields `phone0`, `phone1` and so on, without the empty ones. */
const severalOf = (fields: FormFields, name: string): ReadonlyArray<string> =>
  Object.keys(fields)
    .filter((key) => new RegExp(`^${name}[0-9]$`).test(key))
    .toSorted()
    .flatMap((key) => textOrNull(fields, key) ?? [])

/** Contact details as a route takes them. */
export const contactDetailsOfFields = (fields: FormFields) => ({
  careOf: textOrNull(fields, 'careOf'),
  address: textOrNull(fields, 'address'),
  phones: severalOf(fields, 'phone'),
  mobileForNotices: textOrNull(fields, 'mobileForNotices'),
  emails: severalOf(fields, 'email'),
  emailForNotices: textOrNull(fields, 'emailForNotices'),
})

/** Who somebody is, as a route takes it. The birth date is left out when a CPR number says it. */
export const identityOfFields = (fields: FormFields) => {
  const [cpr, birthDate] = [textOrNull(fields, 'cpr'), textOrNull(fields, 'birthDate')]
  return {
    ...{ name: (fields['name'] ?? '').trim(), cpr, group: fields['group'] },
    municipality: textOrNull(fields, 'municipality'),
    ...(birthDate === null && cpr !== null ? {} : { birthDate }),
  }
}

export const preferencesOfFields = ({ homeBranch, language }: FormFields) => ({ homeBranch, language })

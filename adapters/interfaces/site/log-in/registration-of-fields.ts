import type { Cpr } from '../../../../domain/values/cpr'
import { textOrNull } from '../page/filled-fields'
import type { FormFields } from '../page/site-page'

const listOf = (text: string | null): ReadonlyArray<string> => (text === null ? [] : [text])

/** The registration that a form says, of the person with a CPR number. The form itself does not hold the number. */
export const registrationOfFields = (fields: FormFields, cpr: Cpr) => {
  const [phone, email] = [textOrNull(fields, 'phone')?.replaceAll(' ', '') ?? null, textOrNull(fields, 'email')]
  return {
    ...{ cpr, name: fields['name']?.trim(), homeBranch: fields['homeBranch']?.trim() },
    ...{ language: fields['language'], pin: fields['pin'] },
    contact: {
      ...{ careOf: null, address: textOrNull(fields, 'address') },
      ...{ phones: listOf(phone), mobileForNotices: phone, emails: listOf(email), emailForNotices: email },
    },
  }
}

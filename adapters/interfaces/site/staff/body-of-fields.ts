import { textOrNull } from '../page/filled-fields'
import type { FormFields } from '../page/site-page'

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

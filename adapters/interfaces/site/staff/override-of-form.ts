import { overrideReasonField } from '../../pages/staff/override/override-field'
import { filledFields } from '../page/filled-fields'
import type { FormFields } from '../page/site-page'

/** The reason with which staff go on in spite of a refusal, as a route takes it; nothing when none was written. */
export const overrideOfForm = ({ fields }: { readonly fields: FormFields }): FormFields =>
  filledFields(fields, [overrideReasonField])

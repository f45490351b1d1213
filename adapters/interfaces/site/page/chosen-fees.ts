import { feeFieldPrefix } from '../../pages/balance/pay-form'
import type { FormFields } from './site-page'

/** The fees that somebody has chosen to pay. */
export const chosenFees = (fields: FormFields): ReadonlyArray<string> =>
  Object.entries(fields)
    .filter(([name, value]) => name.startsWith(feeFieldPrefix) && value === 'yes')
    .map(([name]) => name.slice(feeFieldPrefix.length))

import { textOrNull } from '../page/filled-fields'
import type { StaffFormRequest } from './define-staff-page'

/** The number of the till; without one the key of the form, so that what is sent twice is one payment. */
export const orderOfForm = ({ fields, idempotencyKey }: Pick<StaffFormRequest, 'fields' | 'idempotencyKey'>): string =>
  textOrNull(fields, 'order') ?? idempotencyKey

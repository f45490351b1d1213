import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { AccessId, BorrowerId } from '../../values/ids'
import { Month } from '../../values/month'
import { openingFields, openingFieldsVersion1 } from '../opening'

const open = { access: AccessId, month: Month }

/** The first version: of an opening by staff, without approval. */
export const AccessRecordedVersion1: AnyEventDefinition & { readonly type: 'AccessRecorded' } = defineEvent(
  'AccessRecorded',
  1,
  { open, sealed: { access: { borrower: BorrowerId, ...openingFieldsVersion1 } } },
)

/**
 * A day's closing wrote that somebody opened a record of a borrower. `month` is that of the closing: with the closing of
 * this month it is erased, and what stays is the `view` of the month.
 */
export const AccessRecorded = defineEvent(
  'AccessRecorded',
  2,
  { open, sealed: { access: { borrower: BorrowerId, ...openingFields } } },
  { open: (part) => part, sealed: { access: (part) => ({ ...(part as object), approvedBy: null }) } },
)
export type AccessRecorded = EventOf<typeof AccessRecorded>

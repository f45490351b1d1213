import * as t from 'io-ts'
import { View } from '../../access/opening'
import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, ViewId } from '../../values/ids'
import { Month } from '../../values/month'

/**
 * A month's closing wrote that somebody of the library had looked at the record of the borrower: in which roles and why, each
 * once. It tells neither days, nor how often, nor who.
 */
export const ViewWritten = defineEvent('ViewWritten', 1, {
  open: { borrower: BorrowerId, view: ViewId, month: Month },
  sealed: { view: { views: t.readonlyArray(View), padding: t.string } },
})
export type ViewWritten = EventOf<typeof ViewWritten>

import * as t from 'io-ts'
import { View, ViewVersion1 } from '../../access/opening'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { BorrowerId, ViewId } from '../../values/ids'
import { Month } from '../../values/month'

const open = { borrower: BorrowerId, view: ViewId, month: Month }

/** The first version: of openings of a record, or of protected data, by staff. */
export const ViewWrittenVersion1: AnyEventDefinition & { readonly type: 'ViewWritten' } = defineEvent(
  'ViewWritten',
  1,
  {
    open,
    sealed: { view: { views: t.readonlyArray(ViewVersion1), padding: t.string } },
  },
)

/**
 * A month's closing wrote that somebody of the library had looked at the record of the borrower: in which roles and why, each
 * once. It tells neither days, nor how often, nor who.
 */
export const ViewWritten = defineEvent(
  'ViewWritten',
  2,
  { open, sealed: { view: { views: t.readonlyArray(View), padding: t.string } } },
  { open: (part) => part, sealed: { view: (part) => part } },
)
export type ViewWritten = EventOf<typeof ViewWritten>

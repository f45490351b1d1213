import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, CopyId, LoanId } from '../../values/ids'
import { Instant } from '../../values/instant'

const open = { loan: LoanId, copy: CopyId }
const loan = { borrower: BorrowerId, dueOn: Day, previouslyDueOn: Day, renewedAt: Instant }

/** The first version: of a renewal for which no refusal was overridden. */
export const LoanRenewedVersion1: AnyEventDefinition & { readonly type: 'LoanRenewed' } = defineEvent(
  'LoanRenewed',
  1,
  { open, sealed: { loan } },
)

/** A loan was renewed. `override` is a text of one width: see `textOfRefusalOverride`. */
export const LoanRenewed = defineEvent(
  'LoanRenewed',
  2,
  { open, sealed: { loan: { ...loan, override: t.string } } },
  { open: (part) => part, sealed: { loan: (part) => ({ ...(part as object), override: '' }) } },
)
export type LoanRenewed = EventOf<typeof LoanRenewed>

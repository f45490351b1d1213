import { defineEvent, type EventOf } from '../../event/define-event'
import { CopyId, LoanId } from '../../values/ids'

/** Staff resolved what a machine that was offline did with a loan. */
export const LoanCaseResolved = defineEvent('LoanCaseResolved', 1, { open: { loan: LoanId, copy: CopyId }, sealed: {} })
export type LoanCaseResolved = EventOf<typeof LoanCaseResolved>

import { defineEvent, type EventOf } from '../../event/define-event'
import { CopyId, LoanId } from '../../values/ids'

/** What a machine that was offline did with a loan is a case no more: staff resolved it, or a later act dissolved it. */
export const LoanCaseResolved = defineEvent('LoanCaseResolved', 1, { open: { loan: LoanId, copy: CopyId }, sealed: {} })
export type LoanCaseResolved = EventOf<typeof LoanCaseResolved>

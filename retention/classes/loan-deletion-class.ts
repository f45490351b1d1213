import type { DeletionClass } from './deletion-class'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/**
 * An unreturned loan has no latest end: the copy is billed as lost, and the bill ends the loan. A loan claimed returned is
 * not billed, and has one: the day with whose closing it is written off, and goes.
 */
export const loanDeletionClass = ({ loanDays }: RetentionPeriods): DeletionClass => ({
  class: 'loan',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['LoanStarted', 'PastLoanRecorded'],
  endedBy: [
    deletionClockStart('LoanReturned', 'loan', 'returnedOn', erasureDueAfterDays(loanDays)),
    deletionClockStart('PastLoanRecorded', 'loan', 'returnedOn', erasureDueAfterDays(loanDays)),
    deletionClockStart('LoanEndCorrected', 'loan', 'returnedOn', erasureDueAfterDays(loanDays)),
    deletionClockStart('LoanUndone', 'loan', 'undoneOn', erasureDueAfterDays(loanDays)),
    deletionClockStart('CopyBilledAsLost', 'loan', 'billedOn', erasureDueAfterDays(loanDays)),
    deletionClockStart('ClaimedCopyFound', 'loan', 'returnedOn', erasureDueAfterDays(loanDays)),
    deletionClockStart('ClaimedLoanWrittenOff', 'loan', 'writtenOffOn', erasureDueAfterDays(0)),
  ],
  endedAtLatestBy: [
    deletionClockStart('LoanClaimedReturned', 'loan', 'latestEnd', erasureDueAfterDays(0)),
    deletionClockStart('ReturnClaimWithdrawn', 'loan', 'latestEnd', erasureDueAfterDays(0)),
  ],
  afterLoss: erasureDueAfterDays(loanDays),
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'history is deleted 30 days after return, or after the outstanding balance is paid',
  whatRemains: 'that a copy was lent and came back, where and on which days',
})

import type { DeletionClass } from './deletion-class'
import { days } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

/** An unreturned loan has no latest end: it is billed as lost, and ends with that. */
export const loan = ({ loanDays }: Periods): DeletionClass => ({
  class: 'loan',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['LoanStarted'],
  ends: [
    when('LoanReturned', 'loan', 'returnedOn', days(loanDays)),
    when('LoanUndone', 'loan', 'undoneOn', days(loanDays)),
    when('CopyBilledAsLost', 'loan', 'billedOn', days(loanDays)),
  ],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'history is deleted 30 days after return, or after the outstanding balance is paid',
  kept: 'that a copy was lent and came back, where and on which days',
})

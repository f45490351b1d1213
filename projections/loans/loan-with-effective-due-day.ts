import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { LoanRow } from './loans-table'

/**
 * A loan with the due day that it has by the closed days of its branch. The row of a running loan has the recorded day; an
 * ended loan has the day that it had at its end.
 */
export const withEffectiveDueDay =
  (deadlineAt: EffectiveDeadline) =>
  <L extends Pick<LoanRow, 'endedOn' | 'branch' | 'dueOn'>>(loan: L): L =>
    loan.endedOn === null ? { ...loan, dueOn: deadlineAt(loan.branch)(loan.dueOn) } : loan

import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId, LoanId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import type { AgeClass } from '../../domain/policy/age-class'
import type { BorrowerGroup } from '../../domain/policy/borrower-group'
import { goesWith, personalText, personalTextOrNull, table, type Row } from '../kernel/table'

/** Loans that run, and those that have ended and are not forgotten yet. */
export const loans = table(
  'loans',
  {
    loan: goesWith<LoanId>('loan'),
    borrower: goesWith<BorrowerId>('borrower'),
    copy: personalText<CopyId>(),
    title: personalText<TitleId>(),
    name: personalText(),
    borrowerGroup: personalText<BorrowerGroup>(),
    ageClass: personalText<AgeClass>(),
    lentOn: personalText<Day>(),
    dueOn: personalText<Day>(),
    /** The month in which the loan was recorded, and that of the last renewal or return. */
    startedIn: personalText<Month>(),
    lastActIn: personalText<Month>(),
    endedOn: personalTextOrNull<Day>(),
    end: personalTextOrNull<'returned' | 'billed'>(),
  },
  ['loan'],
  [['endedOn', 'dueOn'], ['copy']],
)
export type Loan = Row<typeof loans>

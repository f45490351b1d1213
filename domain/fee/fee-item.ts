import * as t from 'io-ts'
import { record } from '../event/record'
import { CopyId, LoanId, TitleId } from '../language/ids'

/** What a fee says of a loan it is for. */
export const FeeItem = record('FeeItem', {
  loan: LoanId,
  copy: CopyId,
  title: TitleId,
  name: t.string,
  daysOverdue: t.number,
})
export type FeeItem = t.TypeOf<typeof FeeItem>

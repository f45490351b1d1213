import * as t from 'io-ts'
import { exactRecord } from '../event/exact-record'
import { CopyId, TitleId } from '../values/ids'

/**
 * What a fee says of a loan. It does not name the loan: an unpaid fee would then point to an erased loan. Within one
 * occasion, a copy identifies the loan.
 */
export const FeeItem = exactRecord('FeeItem', {
  copy: CopyId,
  title: TitleId,
  name: t.string,
  daysOverdue: t.number,
})
export type FeeItem = t.TypeOf<typeof FeeItem>

import * as t from 'io-ts'
import { record } from '../event/record'
import { CopyId, TitleId } from '../values/ids'

/**
 * What a fee says of a loan it is for. The loan itself is not named: a fee that is still owed would point to a loan that
 * is forgotten. Within one occasion a copy stands for one loan.
 */
export const FeeItem = record('FeeItem', {
  copy: CopyId,
  title: TitleId,
  name: t.string,
  daysOverdue: t.number,
})
export type FeeItem = t.TypeOf<typeof FeeItem>

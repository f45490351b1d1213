import { isNameAndAddressProtected } from '../guardians/name-and-address-protection'
import type { ReadModelRows } from '../read-model/read-model-rows'
import type { BorrowerRecord } from './borrower-record-queries'

/** The name of a borrower on a list or a slip: null when name and address are protected, and the number alone stands there. */
export const nameOnList = (
  { borrower, name }: Pick<BorrowerRecord, 'borrower' | 'name'>,
  rows: ReadModelRows,
): string | null => (isNameAndAddressProtected(borrower)(rows) ? null : name)

import type { BorrowerRecord } from './borrower-record-queries'

/** The name of a borrower on a list or a slip: null when name and address are protected, and the number alone stands there. */
export const nameOnList = ({
  name,
  isNameAndAddressProtected,
}: Pick<BorrowerRecord, 'name' | 'isNameAndAddressProtected'>): string | null =>
  isNameAndAddressProtected ? null : name

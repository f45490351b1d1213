import type { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById, pageOfBorrowers } from '../../../../../projections/borrowers/borrower-record-queries'
import type { ServedLibrary } from '../../http/with-http-server'

/** The borrower with a name. */
export const theOnlyBorrower = ({ runningLibrary: { rows } }: ServedLibrary, name: string): BorrowerId => {
  const found = pageOfBorrowers(
    undefined,
    100,
  )(rows).filter(({ borrower }) => borrowerById(borrower)(rows)?.name === name)
  if (found[0] === undefined || found.length > 1) throw new Error(`there is not one borrower called ${name}`)
  return found[0].borrower
}

import type { ContactDetails } from '../../../../domain/borrower/contact-details'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { BorrowerOverview } from '../../../../projections/borrower-overview/borrower-overview'
import type { RegisteredGuardian } from '../../../../projections/guardians/guardian-queries'
import { isNameAndAddressProtected } from '../../../../projections/guardians/name-and-address-protection'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import { withheldText } from '../codecs/withheld-value'
import type { HttpCaller } from '../tokens/caller'

/** Borrowers see their own name and address, and guardians the name of their child and their own address. */
const seesOwn = ({ role }: HttpCaller): boolean => role === 'borrower' || role === 'guardian'

/** Whether name and address of a borrower are protected from a caller. */
export const isProtectedFrom =
  (caller: HttpCaller, rows: ReadModelRows) =>
  (borrower: BorrowerId): boolean =>
    !seesOwn(caller) && isNameAndAddressProtected(borrower)(rows)

/** The details without c/o and address: it does not tell whether there are any. */
export const withholdAddress = <A extends Pick<ContactDetails, 'careOf' | 'address'>>(details: A): A => ({
  ...details,
  careOf: withheldText,
  address: withheldText,
})

/** A child lives where the guardian lives, and has the name of the family. */
export const withholdGuardian = (guardian: RegisteredGuardian): RegisteredGuardian => ({
  ...guardian,
  name: withheldText,
  details: withholdAddress(guardian.details),
})

/** The overview without name and address of the borrower, and of the guardian, when they are protected from the caller. */
export const withholdProtected =
  (caller: HttpCaller, rows: ReadModelRows) =>
  (overview: BorrowerOverview): BorrowerOverview => {
    const { record, contact, guardian } = overview
    if (!isProtectedFrom(caller, rows)(record.borrower)) return overview
    return {
      ...overview,
      record: { ...record, name: withheldText },
      contact: contact === undefined ? undefined : withholdAddress(contact),
      guardian: guardian === undefined ? undefined : withholdGuardian(guardian),
    }
  }

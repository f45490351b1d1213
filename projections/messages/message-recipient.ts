import type { MessageLanguage } from '../../domain/borrower/message-language'
import type { BorrowerId } from '../../domain/values/ids'
import { borrowerById, contactOfBorrower, verifiedEmailsOfBorrower } from '../borrowers/borrower-record-queries'
import { isDeceased } from '../borrowers/deceased-borrowers'
import { isNameAndAddressProtected } from '../guardians/name-and-address-protection'
import type { ReadModelRows } from '../read-model/read-model-rows'

/** How a borrower is reached now. */
export interface MessageRecipient {
  readonly language: MessageLanguage
  readonly number: string
  readonly name: string
  /** Then the borrower stands on lists by number alone. */
  readonly isNameAndAddressProtected: boolean
  readonly careOf: string | null
  readonly address: string | null
  /** The e-mail for notices, if it was verified. */
  readonly email: string | null
  /** The mobile number for notices. */
  readonly mobile: string | null
  /** Whether the CPR number is known. The number itself is read only when a mail is handed over to Digital Post. */
  readonly hasCpr: boolean
  readonly getsLetters: boolean
  /** Of a guardian: the child, and whether the guardian sees which titles it has; null when the borrower is written to. */
  readonly asGuardianOf: { readonly child: string; readonly seesTitles: boolean } | null
}

/** Undefined when the borrower has died, is erased, or is about to be: nobody writes to them. */
export const messageRecipient =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): MessageRecipient | undefined => {
    const record = borrowerById(borrower)(rows)
    if (record === undefined || record.ending !== null || isDeceased(borrower)(rows)) return undefined
    const contact = contactOfBorrower(borrower)(rows)
    const emailForNotices = contact?.emailForNotices ?? null
    const verifiedEmails = verifiedEmailsOfBorrower(borrower)(rows)
    return {
      language: record.language,
      number: record.number,
      name: record.name,
      isNameAndAddressProtected: isNameAndAddressProtected(borrower)(rows),
      careOf: contact?.careOf ?? null,
      address: contact?.address ?? null,
      email: emailForNotices !== null && verifiedEmails.includes(emailForNotices) ? emailForNotices : null,
      mobile: contact?.mobileForNotices ?? null,
      hasCpr: record.cpr !== null,
      ...{ getsLetters: false, asGuardianOf: null },
    }
  }

import type { MessageLanguage } from '../../domain/borrower/message-language'
import { isOnBalance } from '../../domain/message/message-kind'
import { doesGuardianSeeTitlesOn, isMinorOn, type GuardianPolicy } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import { identityOfBorrower } from '../borrowers/borrower-record-queries'
import { guardianOnDay, registeredGuardianOf, type GuardianOnDay } from '../guardians/guardian-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { messageRecipient, type MessageRecipient } from './message-recipient'
import type { MessageRow } from './message-table'

const unknownGuardian: Readonly<Record<MessageLanguage, (child: string) => string>> = {
  da: (child) => `Forældre eller værge for ${child}`,
  en: (child) => `The parent or guardian of ${child}`,
}

const verifiedEmailForNotices = ({ contact: { emailForNotices }, verifiedEmails }: GuardianOnDay): string | null =>
  emailForNotices !== null && verifiedEmails.includes(emailForNotices) ? emailForNotices : null

/**
 * Without a guardian whom the library can reach, a letter goes to the address of the child. A child whose name is protected is
 * named by number: staff print the letter.
 */
const toGuardian =
  (policy: GuardianPolicy, today: Day) =>
  (borrower: MessageRow['borrower'], birthDate: Day | null, child: MessageRecipient) =>
  (rows: ReadModelRows): MessageRecipient => {
    const guardian = guardianOnDay(policy)(borrower, today)(rows)
    const seesTitles = doesGuardianSeeTitlesOn(policy)(birthDate)(today)
    const { language, number, isNameAndAddressProtected, careOf, address } = child
    const childInText = isNameAndAddressProtected ? number : child.name
    const asGuardian = {
      ...{ language, number, isNameAndAddressProtected },
      ...{ getsLetters: true, asGuardianOf: { child: childInText, seesTitles } },
    }
    if (guardian === undefined)
      return {
        ...{ ...asGuardian, careOf, address, email: null, mobile: null, hasCpr: false },
        name: unknownGuardian[language](childInText),
      }
    const { name, contact } = guardian
    return {
      ...{
        ...asGuardian,
        name,
        email: verifiedEmailForNotices(guardian),
        mobile: contact.mobileForNotices,
        hasCpr: true,
      },
      ...(contact.address === null ? { careOf, address } : { careOf: contact.careOf, address: contact.address }),
    }
  }

/**
 * Who gets a message on a day, and how: the guardian of a borrower under age what is on the balance, the borrower everything
 * else. From the 18th birthday on nothing goes to the guardian, also of what was made before. Undefined when the borrower is
 * erased, or about to be.
 */
export const recipientOfMessage =
  (policy: GuardianPolicy, today: Day) =>
  ({ borrower, kind }: Pick<MessageRow, 'borrower' | 'kind'>) =>
  (rows: ReadModelRows): MessageRecipient | undefined => {
    const recipient = messageRecipient(borrower)(rows)
    if (recipient === undefined || !isOnBalance(kind)) return recipient
    const birthDate = identityOfBorrower(borrower)(rows)?.birthDate ?? null
    return isMinorOn(policy)(birthDate)(today)
      ? toGuardian(policy, today)(borrower, birthDate, recipient)(rows)
      : recipient
  }

/** The CPR number of who gets a message: it is read when a mail is handed over to Digital Post. */
export const cprOfRecipient =
  (borrower: MessageRow['borrower'], { asGuardianOf }: MessageRecipient) =>
  (rows: ReadModelRows): string | null =>
    asGuardianOf === null
      ? (identityOfBorrower(borrower)(rows)?.cpr ?? null)
      : (registeredGuardianOf(borrower)(rows)?.cpr ?? null)

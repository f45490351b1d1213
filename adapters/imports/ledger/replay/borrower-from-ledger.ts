import type { RegisterBorrowerRequest } from '../../../../domain/use-cases/register-borrower'
import type { BranchId } from '../../../../domain/values/ids'
import type { Random } from '../../../../domain/ports/random'

const digits = 12

/** A random number of 12 digits. It holds no information about the borrower. */
const randomNumber = (random: Random): string =>
  (BigInt(`0x${random.uuid().replaceAll('-', '')}`) % 10n ** BigInt(digits)).toString().padStart(digits, '0')

const unknownName = '(no name in the ledger)'

const noContact = { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null }

/** The details with which a borrower of a ledger is registered. A ledger holds a name at most, and no birth date. */
export const borrowerFromLedger = (
  random: Random,
  homeBranch: BranchId,
  name: string,
): Pick<RegisterBorrowerRequest, 'person' | 'contactDetails' | 'presentedCard'> => ({
  person: {
    number: randomNumber(random),
    cpr: null,
    name: name === '' ? unknownName : name,
    birthDate: null,
    group: 'adult',
    municipality: null,
    homeBranch,
    language: 'da',
  },
  contactDetails: noContact,
  presentedCard: { number: randomNumber(random), pin: null },
})

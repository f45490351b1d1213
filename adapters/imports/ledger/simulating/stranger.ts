import type { Registering } from '../../../../domain/use-cases/register'
import type { BranchId } from '../../../../domain/values/ids'
import type { Random } from '../../../../domain/ports/random'

const digits = 12

/** A number of 12 digits drawn at random: it tells nothing of whose it is. */
const drawn = (random: Random): string =>
  (BigInt(`0x${random.uuid().replaceAll('-', '')}`) % 10n ** BigInt(digits)).toString().padStart(digits, '0')

const nameless = '(no name in the ledger)'

const noContact = { careOf: null, address: null, phones: [], mobileForNotices: null, email: null }

/** Somebody of whom a ledger knows a name, if that: nobody's birth date is known. */
export const stranger = (
  random: Random,
  homeBranch: BranchId,
  name: string,
): Pick<Registering, 'person' | 'details' | 'cardShown'> => ({
  person: {
    number: drawn(random),
    cpr: null,
    name: name === '' ? nameless : name,
    birthDate: null,
    group: 'adult',
    municipality: null,
    homeBranch,
    language: 'da',
  },
  details: noContact,
  cardShown: { number: drawn(random), pin: null },
})

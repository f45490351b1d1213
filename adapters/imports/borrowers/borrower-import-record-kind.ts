import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ContactDetails } from '../../../domain/borrower/contact-details'
import type { PersonalDetails } from '../../../domain/borrower/personal-details'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import {
  borrowerByCpr,
  borrowerById,
  cardByNumber,
  type BorrowerRecord,
} from '../../../projections/borrowers/borrower-record-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { statusOfNewRecordAtBranch } from '../table/row-status-for-new-record'
import type { ImportRowStatus, ImportedRowCells, ImportRecordKind } from '../table/import-record-kind'

/** A borrower of a table. The PIN is as it is written; it is stored as its salted hash only. */
interface ImportedBorrower {
  readonly person: Omit<PersonalDetails, 'number'>
  readonly contactDetails: ContactDetails
  readonly card: string
  readonly pin: string | null
}

/** The rules for borrowers that are kept elsewhere: those of registration over HTTP. */
export interface BorrowerImportRules {
  readonly decodeRow: (cells: ImportedRowCells) => Either<string, ImportedBorrower>
  /** A random borrower number, from a random UUID. */
  readonly newNumber: (uuid: string) => string
  readonly hashPin: (pin: string) => Promise<string>
}

const isSamePerson = (row: BorrowerRecord, { name, cpr, birthDate }: ImportedBorrower['person']): boolean =>
  row.name === name && row.cpr === cpr && row.birthDate === birthDate

/** A card that is registered names the borrower. Everything else may have changed since. */
const statusOf =
  (library: Pick<RunningLibrary, 'rows' | 'useCaseDependencies'>) =>
  ({ person, card }: ImportedBorrower): ImportRowStatus => {
    const { rows } = library
    if (person.birthDate !== null && person.birthDate > library.useCaseDependencies.commandHandling.clock.today())
      return { _tag: 'Contradicted', reason: 'birthDate must not lie in the future' }
    const registeredCard = cardByNumber(card)(rows)
    const owner = registeredCard && borrowerById(registeredCard.borrower)(rows)
    if (owner !== undefined)
      return isSamePerson(owner, person)
        ? { _tag: 'Present' }
        : { _tag: 'Contradicted', reason: 'card belongs to a borrower with another name, birthDate or cpr' }
    return person.cpr !== null && borrowerByCpr(person.cpr)(rows) !== undefined
      ? { _tag: 'Contradicted', reason: 'cpr belongs to a borrower with another card' }
      : statusOfNewRecordAtBranch(library)('homeBranch', person.homeBranch)
  }

/**
 * Registers borrowers. Their e-mails count as verified: the system that they come from has sent its mail there. The columns are the members of a registration over HTTP; phones and e-mails stand between blanks.
 */
export const borrowerImportRecordKind = ({
  decodeRow,
  newNumber,
  hashPin,
}: BorrowerImportRules): ImportRecordKind<ImportedBorrower> => ({
  name: 'Borrowers',
  requiredColumns: ['card', 'name', 'birthDate', 'group', 'homeBranch'],
  optionalColumns: [
    'cpr',
    'municipality',
    'language',
    'pin',
    'careOf',
    'address',
    'phones',
    'mobileForNotices',
    'emails',
    'emailForNotices',
  ],
  decodeRow,
  numbersOf: ({ card, person: { cpr } }) => [['card', card] as const, ...(cpr === null ? [] : [['cpr', cpr] as const])],
  statusOf,
  addTo:
    ({ useCaseDependencies }) =>
    ({ person, contactDetails, card, pin }) => {
      const { clock, random } = useCaseDependencies.commandHandling
      return pipe(
        TE.fromTask(() => (pin === null ? Promise.resolve(null) : hashPin(pin))),
        TE.chain((hashedPin) =>
          registerBorrower(useCaseDependencies)({
            person: { ...person, number: newNumber(random.uuid()) },
            contactDetails,
            verifiedEmails: contactDetails.emails,
            presentedCard: { number: card, pin: hashedPin },
            at: clock.now(),
            origin: unkeyedOrigin,
          }),
        ),
      )
    },
})

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { PresentedCard, RegisterBorrower, RegistrationIds } from '../borrower/commands/register-borrower'
import type { ContactDetails } from '../borrower/contact-details'
import type { PersonalDetails } from '../borrower/personal-details'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BlockReason } from '../policy/block-reason'
import type { BlockId, BorrowerId, CardId, ContactId, IdentityId, PreferenceId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { pinIdFromIds } from './pin-id-from-ids'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import { cprAsUniqueNumber, withUniqueNumbers, type NumberIsTaken } from './unique-borrower-numbers'

/** A person registers as a borrower. The PIN is given as its salted hash. */
export interface RegisterBorrowerRequest extends CommandMetadata {
  readonly person: PersonalDetails
  readonly contactDetails: ContactDetails
  /** The e-mails that another system has verified; none when it is left out. */
  readonly verifiedEmails?: ReadonlyArray<string>
  readonly presentedCard: PresentedCard
  /** Why the borrower is blocked from the registration on; not at all when it is left out. */
  readonly firstBlockReason?: BlockReason
}

/** The id of the borrower whom a registration makes. */
export const borrowerFromIds = ({ idFor }: UseCaseIds): BorrowerId => idFor('borrower') as BorrowerId

const registrationIdsFrom = (ids: UseCaseIds): RegistrationIds => ({
  borrower: borrowerFromIds(ids),
  identity: ids.idFor('identity') as IdentityId,
  preference: ids.idFor('preference') as PreferenceId,
  contact: ids.idFor('contact') as ContactId,
  card: ids.idFor('card') as CardId,
  pin: pinIdFromIds(ids),
})

const firstBlockFrom = (ids: UseCaseIds, reason: BlockReason | undefined): RegisterBorrower['firstBlock'] =>
  reason === undefined ? undefined : { block: ids.idFor('block') as BlockId, reason }

/**
 * Registers a borrower. Numbers are unique among registered borrowers. A person who comes back after erasure is a new
 * borrower. One registration at a time runs for a given CPR number, card or borrower number.
 */
export const registerBorrower =
  (dependencies: UseCaseDependencies) =>
  ({
    person,
    contactDetails,
    verifiedEmails = [],
    presentedCard,
    firstBlockReason,
    at,
    origin,
  }: RegisterBorrowerRequest): UseCaseResult<
    BorrowerRefusal | NumberIsTaken,
    BorrowerEvent,
    { readonly borrower: BorrowerId }
  > => {
    const aggregate = aggregateRefusingUnknownBranch(dependencies.policy, at)(person.homeBranch)(
      borrowerAggregate(dependencies.policy),
    )
    return runUseCaseWithIds(dependencies)({ at, origin }, (ids) =>
      streamAddressOfAggregate(aggregate)(borrowerFromIds(ids)),
    )((ids) => {
      const registrationIds = registrationIdsFrom(ids)
      const { borrower } = registrationIds
      return pipe(
        {
          type: 'RegisterBorrower' as const,
          ...registrationIds,
          ...{ person, contactDetails, verifiedEmails, presentedCard, at },
          firstBlock: firstBlockFrom(ids, firstBlockReason),
        },
        handleCommand(dependencies.commandHandling)(aggregate)(borrower, ids.cause),
        TE.map((handled) => ({ ...handled, borrower })),
        withUniqueNumbers(
          dependencies,
          borrower,
        )([
          { kindOfNumber: 'number', value: person.number },
          { kindOfNumber: 'card', value: presentedCard.number, card: registrationIds.card },
          ...cprAsUniqueNumber(person.cpr),
        ]),
      )
    })
  }

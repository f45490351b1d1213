import { identity, pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { ContactDetails } from '../borrower/contact-details'
import type { PersonalDetails } from '../borrower/personal-details'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BorrowerId, CardId, ContactId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import type { StoreUnavailable } from '../ports/event-store'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A person registers as a borrower. The PIN is given as its salted hash. */
export interface RegisterBorrowerRequest extends CommandMetadata {
  readonly person: PersonalDetails
  readonly contactDetails: ContactDetails
  readonly presentedCard: { readonly number: string; readonly pin: string | null }
}

/** A registered borrower already has this CPR number, card or borrower number. */
export interface NumberIsTaken {
  readonly _tag: 'NumberIsTaken'
  readonly kindOfNumber: 'number' | 'card' | 'cpr'
}

/** A repeat of a registration does not find its own numbers taken: it answers its first result. */
const refuseTakenNumber =
  (dependencies: UseCaseDependencies, registering: BorrowerId) =>
  (kindOfNumber: NumberIsTaken['kindOfNumber'], value: string | null) =>
    value === null
      ? TE.right(undefined)
      : pipe(
          dependencies.decisionQueries.borrowerWithNumber(kindOfNumber, value),
          TE.chainW((borrower) =>
            borrower === undefined || borrower === registering
              ? TE.right(undefined)
              : TE.left({ _tag: 'Refused' as const, refusal: { _tag: 'NumberIsTaken' as const, kindOfNumber } }),
          ),
        )

/** Holds one lock for each number. The locks are always taken in the same order, so there is no deadlock. */
const withNumberLocks =
  ({ namedLock }: UseCaseDependencies) =>
  ({ cpr, number }: PersonalDetails, card: string) =>
  <E, A>(task: TE.TaskEither<E, A>): TE.TaskEither<E | StoreUnavailable, A> =>
    pipe(
      task,
      cpr === null ? identity : namedLock(`cpr ${cpr}`),
      namedLock(`card ${card}`),
      namedLock(`number ${number}`),
    )

const borrowerFromIds = (ids: UseCaseIds): BorrowerId => ids.idFor('borrower') as BorrowerId

/**
 * Registers a borrower. Numbers are unique among registered borrowers. A person who comes back after erasure is a new
 * borrower. One registration at a time runs for a given CPR number, card or borrower number.
 */
export const registerBorrower =
  (dependencies: UseCaseDependencies) =>
  ({
    person,
    contactDetails,
    presentedCard,
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
      const borrower = borrowerFromIds(ids)
      const contact = ids.idFor('contact') as ContactId
      const card = ids.idFor('card') as CardId
      return pipe(
        refuseTakenNumber(dependencies, borrower)('cpr', person.cpr),
        TE.chainW(() => refuseTakenNumber(dependencies, borrower)('card', presentedCard.number)),
        TE.chainW(() => refuseTakenNumber(dependencies, borrower)('number', person.number)),
        TE.chainW(() =>
          handleCommand(dependencies.commandHandling)(aggregate)(borrower, ids.cause)({
            type: 'RegisterBorrower',
            borrower,
            contact,
            card,
            person,
            contactDetails,
            presentedCard,
            at,
          }),
        ),
        TE.map((handled) => ({ ...handled, borrower })),
        withNumberLocks(dependencies)(person, presentedCard.number),
      )
    })
  }

import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { BorrowerState } from '../borrower/borrower-state'
import type { ContactDetails } from '../borrower/contact-details'
import type { InfrastructureError } from '../command-handling/command-error'
import { loadAggregate } from '../command-handling/load-aggregate'
import { isMinorOn } from '../policy/guardian-policy'
import type { Policy } from '../policy/policy'
import type { Day } from '../values/day'
import type { BorrowerId, GuardianshipId } from '../values/ids'
import type { EmailOwner } from './email-link'
import type { UseCaseDependencies } from './use-case-dependencies'

const unlessVerified = (
  { emailForNotices: email }: ContactDetails,
  verifiedEmails: ReadonlyArray<string>,
): string | undefined => (email === null || verifiedEmails.includes(email) ? undefined : email)

const emailOfBorrower = (state: BorrowerState): string | undefined => {
  if (state._tag !== 'Registered' || state.contact.known._tag === 'Erased') return undefined
  const { details, verifiedEmails } = state.contact.known.value
  return unlessVerified(details, verifiedEmails)
}

/** From the 18th birthday of the borrower on nothing new reaches the guardian, so there is nothing to verify. */
const emailOfGuardian =
  ({ guardians }: Policy, today: Day) =>
  (guardianship: GuardianshipId) =>
  (state: BorrowerState): string | undefined => {
    if (state._tag !== 'Registered' || state.guardian?.details._tag !== 'Plain') return undefined
    const { details, verifiedEmails, ...known } = state.guardian.details.value
    const { details: identity } = state.identity
    const birthDate = identity._tag === 'Plain' ? identity.value.birthDate : null
    if (known.guardianship !== guardianship || !isMinorOn(guardians)(birthDate)(today)) return undefined
    return unlessVerified(details, verifiedEmails)
  }

const loadState =
  ({ commandHandling, policy }: UseCaseDependencies) =>
  (borrower: BorrowerId): TE.TaskEither<InfrastructureError, BorrowerState> =>
    pipe(
      loadAggregate(commandHandling)(borrowerAggregate(policy))(borrower),
      TE.map(({ state }) => state),
    )

/** The e-mail for notices of a borrower or of a guardian, if it is not verified. */
export const findEmailToVerify =
  (dependencies: UseCaseDependencies) =>
  ({ borrower, guardianship }: EmailOwner): TE.TaskEither<InfrastructureError, string | undefined> => {
    const today = dependencies.commandHandling.clock.today()
    const emailOf =
      guardianship === null ? emailOfBorrower : emailOfGuardian(dependencies.policy(today), today)(guardianship)
    return pipe(loadState(dependencies)(borrower), TE.map(emailOf))
  }

/** The guardianship of a borrower; undefined when there is none. */
export const findGuardianship =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId): TE.TaskEither<InfrastructureError, GuardianshipId | undefined> =>
    pipe(
      loadState(dependencies)(borrower),
      TE.map((state) => (state._tag === 'Registered' ? state.guardian : null)),
      TE.map((guardian) => (guardian?.details._tag === 'Plain' ? guardian.details.value.guardianship : undefined)),
    )

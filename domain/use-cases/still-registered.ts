import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unreadable } from '../command-handling/remember'
import type { BorrowerId } from '../values/ids'
import type { StoreUnavailable } from '../ports/event-store'
import type { FollowUp } from '../reactions/follow-up'
import type { Library } from './library'

/** For whom a command makes something that is kept under them: a fee, a reservation, a copy set aside. */
const madeFor = ({ command }: FollowUp): BorrowerId | undefined =>
  'borrower' in command ? command.borrower : undefined

/** Whose standing is known, and at whose gate it stays so. */
export interface RegisteredAtGate {
  readonly gate: Library['gate']
  readonly lookUp: Pick<Library['lookUp'], 'standing'>
}

/**
 * Carries out what follows, and passes it by when it makes something for somebody who is about to be erased: that would
 * stay behind as a ghost. It is looked up at the gate of whom it is for. `here` is whose gate is closed already. Only
 * one reactor sets copies aside for others than its event concerns, one event at a time, so no two wait for each other.
 */
export const forTheRegistered =
  (library: RegisteredAtGate, here: BorrowerId | undefined) =>
  <E, A>(
    follow: FollowUp,
    carriedOut: TE.TaskEither<E, A>,
  ): TE.TaskEither<E | Unreadable | StoreUnavailable, A | undefined> => {
    const borrower = madeFor(follow)
    if (borrower === undefined) return carriedOut
    const unlessEnding: TE.TaskEither<E | Unreadable, A | undefined> = pipe(
      library.lookUp.standing(borrower),
      TE.chainW((standing) => (standing === undefined ? TE.right(undefined) : carriedOut)),
    )
    return borrower === here ? unlessEnding : library.gate(borrower)(unlessEnding)
  }

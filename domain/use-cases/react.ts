import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import type { Recorded } from '../event/domain-event'
import type { Cause } from '../command-handling/cause'
import type { HandlingError, Trouble } from '../command-handling/handling-error'
import type { Day } from '../values/day'
import type { BorrowerId } from '../values/ids'
import type { Position } from '../ports/event-store'
import type { FollowUp } from '../reactions/follow-up'
import type { Reaction } from '../reactions/reaction'
import { carryOut } from './carry-out'
import { deriveFor, deriveForFollowUp, type Derive } from './derived-ids'
import { factsFor } from './facts-for'
import type { Library } from './library'
import { forTheRegistered } from './still-registered'

const borrowerIn = (event: AnyEvent): BorrowerId | undefined => {
  for (const part of Object.values(event.sealed))
    if (part?._tag === 'Plain') {
      const { borrower } = part.value as { readonly borrower?: BorrowerId }
      if (borrower !== undefined) return borrower
    }
  return undefined
}

/** Where in circulation the last of what followed stands; undefined when nothing did. */
export type Followed = Position | undefined

const latest = (all: ReadonlyArray<Followed>): Followed =>
  all.reduce((last, next) => (last === undefined || (next !== undefined && next > last) ? next : last), undefined)

/** A follow-up that is refused is done with: the world has moved on. */
const doneWhenRefused = (error: HandlingError<unknown>): E.Either<Trouble, Followed> =>
  error._tag === 'Refused' || error._tag === 'ScopeEnded' ? E.right(undefined) : E.left(error)

const reactOnce =
  (library: Library, derive: Derive, borrower: BorrowerId | undefined) =>
  (reaction: Reaction) =>
  (event: Recorded): TE.TaskEither<Trouble, Followed> => {
    const under = `${reaction.name}\n${event.at.id}`
    const causeUnder = (derived: Derive, type: string): Cause => ({
      idFor: (step) => derived(`${under}\n${type}\n${step}`),
      since: event.at.recorded as Day,
    })
    const doFollowUp = (follow: FollowUp): TE.TaskEither<Trouble, Followed> =>
      forTheRegistered(library, borrower)(
        follow,
        pipe(
          deriveForFollowUp(library, event, derive)(follow),
          TE.chain((derived) =>
            derived === undefined
              ? TE.right(undefined)
              : pipe(
                  carryOut(library)(causeUnder(derived, follow.command.type))(follow),
                  TE.matchE(
                    (error) => TE.fromEither(doneWhenRefused(error)),
                    ({ position }) => TE.right(position),
                  ),
                ),
          ),
        ),
      )
    return pipe(
      factsFor(library)(reaction.needs)(event),
      TE.map((facts) => reaction.react(facts, (step) => derive(`${under}\n${step}`))(event)),
      TE.chainW(TE.traverseSeqArray(doFollowUp)),
      TE.map(latest),
    )
  }

/**
 * Does what follows from an event, by each reaction that it concerns, at the gate of the borrower it concerns.
 * Doing it again does no harm: ids are derived again, and commands are decided against what has happened since.
 * Answers where the last of what followed stands: something may follow from that in turn.
 */
export const react =
  (library: Library) =>
  (reactions: ReadonlyArray<Reaction>) =>
  (event: Recorded): TE.TaskEither<Trouble, Followed> => {
    const waiting = reactions.filter(({ concerns }) => concerns(event))
    if (waiting.length === 0) return TE.right(undefined)
    const borrower = borrowerIn(event)
    const all = pipe(
      deriveFor(library, event),
      TE.chain((derive) =>
        derive === undefined
          ? TE.right(undefined)
          : pipe(
              waiting,
              TE.traverseSeqArray((reaction) => reactOnce(library, derive, borrower)(reaction)(event)),
              TE.map(latest),
            ),
      ),
    )
    return borrower === undefined ? all : library.gate(borrower)(all)
  }

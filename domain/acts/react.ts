import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import type { Recorded } from '../event/domain-event'
import { scopeClasses } from '../event/scope-class'
import type { Cause } from '../handling/cause'
import type { HandlingError, Trouble } from '../handling/handling-error'
import type { Day } from '../language/day'
import type { BorrowerId, ScopeId } from '../language/ids'
import type { Reaction } from '../reactions/reaction'
import { carryOut } from './carry-out'
import { factsFor } from './facts-for'
import type { Library } from './library'

type Derive = (cause: string) => string

/** The scope whose key makes the ids of what follows: the event's own, which no other record shares. */
const scopeOf = (event: AnyEvent): ScopeId | undefined => {
  const name = scopeClasses.find((one) => one !== 'statistics' && one !== 'borrower' && one in event.open)
  return name === undefined ? undefined : (event.open[name] as ScopeId)
}

/** Undefined when the scope is erased: then what follows has followed already. */
const deriveFor = (library: Library, event: AnyEvent): TE.TaskEither<Trouble, Derive | undefined> => {
  const scope = scopeOf(event)
  if (scope === undefined) return TE.right(library.desk.random.hashed)
  return pipe(
    library.desk.keys.idsUnder(scope),
    TE.map((derive): Derive | undefined => derive),
    TE.orElse((error) =>
      error._tag === 'Erased' || error._tag === 'ScopeEnded' ? TE.right(undefined) : TE.left(error),
    ),
  )
}

const borrowerIn = (event: AnyEvent): BorrowerId | undefined => {
  for (const part of Object.values(event.sealed))
    if (part?._tag === 'Plain') {
      const { borrower } = part.value as { readonly borrower?: BorrowerId }
      if (borrower !== undefined) return borrower
    }
  return undefined
}

/** A follow-up that is refused is done with: the world has moved on. */
const doneWhenRefused = (error: HandlingError<unknown>): E.Either<Trouble, void> =>
  error._tag === 'Refused' || error._tag === 'ScopeEnded' ? E.right(undefined) : E.left(error)

const reactOnce =
  (library: Library, derive: Derive) =>
  (reaction: Reaction) =>
  (event: Recorded): TE.TaskEither<Trouble, void> => {
    const under = `${reaction.name}\n${event.at.id}`
    const causeOf = (type: string): Cause => ({
      idFor: (step) => derive(`${under}\n${type}\n${step}`),
      since: event.at.recorded as Day,
    })
    return pipe(
      factsFor(library)(reaction.needs)(event),
      TE.map((facts) => reaction.react(facts, (step) => derive(`${under}\n${step}`))(event)),
      TE.chainW(
        TE.traverseSeqArray((follow) =>
          pipe(
            carryOut(library)(causeOf(follow.command.type))(follow),
            TE.matchE(
              (error) => TE.fromEither(doneWhenRefused(error)),
              () => TE.right(undefined),
            ),
          ),
        ),
      ),
      TE.map(() => undefined),
    )
  }

/**
 * Does what follows from an event, by each reaction that waits for its type, at the gate of the borrower it concerns.
 * Doing it again does no harm: ids are derived again, and commands are decided against what has happened since.
 */
export const react =
  (library: Library) =>
  (reactions: ReadonlyArray<Reaction>) =>
  (event: Recorded): TE.TaskEither<Trouble, void> => {
    const waiting = reactions.filter(({ on }) => on.includes(event.type))
    if (waiting.length === 0) return TE.right(undefined)
    const borrower = borrowerIn(event)
    const all = pipe(
      deriveFor(library, event),
      TE.chain((derive) =>
        derive === undefined
          ? TE.right(undefined)
          : pipe(
              waiting,
              TE.traverseSeqArray((reaction) => reactOnce(library, derive)(reaction)(event)),
              TE.map(() => undefined),
            ),
      ),
    )
    return borrower === undefined ? all : library.gate(borrower)(all)
  }

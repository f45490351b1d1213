import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import { scopeClasses } from '../event/scope-class'
import type { Trouble } from '../command-handling/handling-error'
import type { ScopeId } from '../values/ids'
import type { FollowUp } from '../reactions/follow-up'
import type { Library } from './library'

/** A UUID for a cause and a step, the same each time. */
export type Derive = (cause: string) => string

/** The scope whose key makes the ids of what follows: the event's own, which no other record shares. */
const scopeOf = (event: AnyEvent): ScopeId | undefined => {
  const name = scopeClasses.find((one) => one !== 'statistics' && one !== 'borrower' && one in event.open)
  return name === undefined ? undefined : (event.open[name] as ScopeId)
}

/** Undefined when the scope is erased: then what follows has followed already. */
const deriveUnder = (library: Library, scope: ScopeId): TE.TaskEither<Trouble, Derive | undefined> =>
  pipe(
    library.desk.keys.idsUnder(scope),
    TE.map((derive): Derive | undefined => derive),
    TE.orElse((error) =>
      error._tag === 'Erased' || error._tag === 'ScopeEnded' ? TE.right(undefined) : TE.left(error),
    ),
  )

/**
 * The ids of what follows from an event, under the key of its own scope; a plain hash where it has none and so names
 * nobody. Undefined when the scope is erased.
 */
export const deriveFor = (library: Library, event: AnyEvent): TE.TaskEither<Trouble, Derive | undefined> => {
  const scope = scopeOf(event)
  return scope === undefined ? TE.right(library.desk.random.hashed) : deriveUnder(library, scope)
}

/**
 * The ids of what is done to a fee or a payment because of an event without a scope come from the key of the fee or the
 * payment itself: a plain hash would tell anyone with the log that the two belong together.
 */
export const deriveForFollowUp = (library: Library, event: AnyEvent, derive: Derive) => (follow: FollowUp) =>
  scopeOf(event) === undefined && (follow.aggregate === 'fee' || follow.aggregate === 'payment')
    ? deriveUnder(library, follow.id as ScopeId)
    : TE.right(derive)

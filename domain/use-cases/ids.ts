import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Cause } from '../command-handling/cause'
import type { Trouble } from '../command-handling/handling-error'
import { addDays, type Day } from '../values/day'
import { dayOf, type Instant } from '../values/instant'
import type { ScopeId } from '../values/ids'
import type { Library } from './library'
import type { Acted, TooLate } from './origin'

/** Days for which an idempotency key is known: the longest that a machine may be offline. */
export const daysKeysAreKnown = 14

/** The ids that an act gives to what it makes: the same again for the same act, where that can be known. */
export interface Ids {
  readonly next: (step: string) => string
  readonly cause: Cause | undefined
}

/** Ids that come out the same when the act comes again. */
export interface CausedIds extends Ids {
  readonly cause: Cause
}

const randomIds = ({ desk }: Library): Ids => ({ next: () => desk.random.uuid(), cause: undefined })

/** The ids of an act that has a cause, under the key of a scope. ScopeEnded when the scope is erased. */
export const idsUnder =
  ({ desk }: Library) =>
  (scope: ScopeId, text: string, since: Day): TE.TaskEither<Trouble, CausedIds> =>
    pipe(
      desk.keys.idsUnder(scope),
      TE.mapLeft((error): Trouble => (error._tag === 'Erased' ? { _tag: 'ScopeEnded', class: 'idempotency' } : error)),
      TE.map((derive) => {
        const next = (step: string): string => derive(`${text}\n${step}`)
        return { next, cause: { idFor: next, since } }
      }),
    )

const notTooLate =
  ({ desk }: Library) =>
  (at: Instant): E.Either<TooLate, Day> => {
    const actedOn = dayOf(at)
    const earliest = addDays(-daysKeysAreKnown)(desk.clock.today())
    return actedOn < earliest ? E.left({ _tag: 'TooLate', actedOn, earliest }) : E.right(actedOn)
  }

/**
 * The ids of an act, by the day on which it is done. Refuses (`TooLate`) a keyed act that names a day more than 14 days
 * ago.
 */
export const idsOf =
  (library: Library) =>
  ({ at, origin }: Acted): TE.TaskEither<Trouble | TooLate, Ids> => {
    switch (origin._tag) {
      case 'Once':
        return TE.right(randomIds(library))
      case 'Imported':
        return idsUnder(library)(origin.scope, origin.row, origin.since)
      case 'Keyed':
      case 'KeyedToday':
        return pipe(
          TE.fromEither(notTooLate(library)(at)),
          TE.chainW((day) =>
            pipe(
              library.scopes.idempotencyOf(day),
              TE.chain((scope) => idsUnder(library)(scope as string as ScopeId, origin.key, day)),
            ),
          ),
        )
    }
  }

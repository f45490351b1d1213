import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandIdSource } from '../command-handling/command-id-source'
import type { InfrastructureError } from '../command-handling/command-error'
import { isScopeEndedError } from '../command-handling/event-damage'
import type { Erased } from '../event/plain-or-erased'
import type { SealError } from '../ports/scope-keys'
import { addDays, type Day } from '../values/day'
import { dayOf, type Instant } from '../values/instant'
import type { ScopeId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata, CommandTooLate } from './command-metadata'

/** Days for which an idempotency key is recognised: as long as a machine may be offline. */
export const idempotencyKeyDays = 14

/** The ids that a use case gives to what it makes. They are the same for a repeat when it can be recognised. */
export interface UseCaseIds {
  readonly idFor: (step: string) => string
  readonly cause: CommandIdSource | undefined
}

/** Ids that are the same each time the use case is run. */
export interface RepeatableIds extends UseCaseIds {
  readonly cause: CommandIdSource
}

const randomIds = ({ commandHandling }: UseCaseDependencies): UseCaseIds => ({
  idFor: () => commandHandling.random.uuid(),
  cause: undefined,
})

const toScopeEnded = (error: SealError | Erased): InfrastructureError => {
  if (!isScopeEndedError(error) || error._tag === 'ScopeEnded') return error
  return { _tag: 'ScopeEnded', class: 'idempotency', ...(error._tag === 'Erased' ? {} : { isLost: true }) }
}

/** Ids derived from a text under the key of a scope. Answers `ScopeEnded` when the scope is erased, or its key lost. */
export const repeatableIdsUnder =
  ({ commandHandling }: UseCaseDependencies) =>
  (scope: ScopeId, text: string, since: Day): TE.TaskEither<InfrastructureError, RepeatableIds> =>
    pipe(
      commandHandling.keys.deriveIdsUnder(scope),
      TE.bimap(toScopeEnded, (derive) => {
        const idFor = (step: string): string => derive(`${text}\n${step}`)
        return { idFor, cause: { idFor, since } }
      }),
    )

/**
 * The ids for a caller's key, under the scope of a day. When the key of that scope was lost, the scope of the day before
 * serves as well; a key that came before the loss is then not recognised any more.
 */
const idsForKeyOn =
  (dependencies: UseCaseDependencies, key: string, since: Day, daysLeft = idempotencyKeyDays) =>
  (day: Day): TE.TaskEither<InfrastructureError, RepeatableIds> =>
    pipe(
      dependencies.calendarScopes.idempotencyScopeOf(day),
      TE.chain((scope) => repeatableIdsUnder(dependencies)(scope as string as ScopeId, key, since)),
      TE.orElse((error) =>
        error._tag === 'ScopeEnded' && error.isLost === true && daysLeft > 0
          ? idsForKeyOn(dependencies, key, since, daysLeft - 1)(addDays(-1)(day))
          : TE.left(error),
      ),
    )

const dayWithinKeyPeriod =
  ({ commandHandling }: UseCaseDependencies) =>
  (at: Instant): E.Either<CommandTooLate, Day> => {
    const actedOn = dayOf(at)
    const earliest = addDays(-idempotencyKeyDays)(commandHandling.clock.today())
    return actedOn < earliest ? E.left({ _tag: 'TooLate', actedOn, earliest }) : E.right(actedOn)
  }

/**
 * The ids of a use case, by its origin. Answers `TooLate` for an idempotency key when the command names a day more than
 * 14 days ago.
 */
export const useCaseIdsOf =
  (dependencies: UseCaseDependencies) =>
  ({ at, origin }: CommandMetadata): TE.TaskEither<InfrastructureError | CommandTooLate, UseCaseIds> => {
    switch (origin._tag) {
      case 'Once':
        return TE.right(randomIds(dependencies))
      case 'Imported':
        return repeatableIdsUnder(dependencies)(origin.scope, origin.row, origin.since)
      case 'Keyed':
      case 'KeyedToday': {
        const day = dayWithinKeyPeriod(dependencies)(at)
        if (day._tag === 'Left') return TE.left(day.left)
        return idsForKeyOn(dependencies, origin.key, day.right)(day.right)
      }
    }
  }

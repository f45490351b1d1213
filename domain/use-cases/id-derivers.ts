import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import { scopeClasses } from '../event/scope-class'
import type { InfrastructureError } from '../command-handling/command-error'
import { isScopeEndedError } from '../command-handling/event-damage'
import type { ScopeId } from '../values/ids'
import type { FollowUp } from '../reactions/follow-up'
import type { UseCaseDependencies } from './use-case-dependencies'

/** Derives a UUID from a text. The same text gives the same UUID. */
export type IdDeriver = (cause: string) => string

/** The event's own scope, which no other record shares. */
const ownScopeOf = (event: AnyEvent): ScopeId | undefined => {
  const ownClass = scopeClasses.find((name) => name !== 'statistics' && name !== 'borrower' && name in event.open)
  return ownClass === undefined ? undefined : (event.open[ownClass] as ScopeId)
}

/** Undefined when the scope has ended: once it is erased, the reactions to the event have already run. */
export const idDeriverUnder = (
  dependencies: UseCaseDependencies,
  scope: ScopeId,
): TE.TaskEither<InfrastructureError, IdDeriver | undefined> =>
  pipe(
    dependencies.commandHandling.keys.deriveIdsUnder(scope),
    TE.map((deriveId): IdDeriver | undefined => deriveId),
    TE.orElse((error) => (isScopeEndedError(error) ? TE.right(undefined) : TE.left(error))),
  )

/**
 * Derives ids for follow-ups of an event, under the key of the event's own scope. An event without a scope names
 * nobody, so a plain hash is used. Undefined when the scope is erased.
 */
export const idDeriverForEvent = (
  dependencies: UseCaseDependencies,
  event: AnyEvent,
): TE.TaskEither<InfrastructureError, IdDeriver | undefined> => {
  const scope = ownScopeOf(event)
  return scope === undefined
    ? TE.right(dependencies.commandHandling.random.uuidFromText)
    : idDeriverUnder(dependencies, scope)
}

/**
 * Derives the ids for one follow-up. When the event has no scope and the command goes to a fee or a payment, the ids
 * come from the key of that fee or payment: a plain hash would tell anyone who has the log that the two belong
 * together.
 */
export const idDeriverForFollowUp =
  (dependencies: UseCaseDependencies, event: AnyEvent, deriveId: IdDeriver) => (followUp: FollowUp) =>
    ownScopeOf(event) === undefined && (followUp.aggregate === 'fee' || followUp.aggregate === 'payment')
      ? idDeriverUnder(dependencies, followUp.id as ScopeId)
      : TE.right(deriveId)

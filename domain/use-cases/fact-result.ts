import type { TaskEither } from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import type { DomainEvent } from '../event/domain-event'
import type { ReactionFactName } from '../reactions/reaction-facts'
import type { CopyId } from '../values/ids'

/** The result of loading a fact that a reaction needs. */
export type FactResult<A> = TaskEither<InfrastructureError, A>

/** Loads a fact when the reaction names it; otherwise answers the given value. */
export type LoadFactIfNamed = <A>(name: ReactionFactName, load: () => FactResult<A>, otherwise: A) => FactResult<A>

/** The copy that an event names; undefined when it names none. */
export const copyNamedByEvent = (event: DomainEvent): CopyId | undefined =>
  'copy' in event.open ? event.open.copy : undefined

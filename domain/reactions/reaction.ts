import type { AnyEvent, AnyEventDefinition, EventOf } from '../event/define-event'
import type { ReactionFactName, ReactionFacts } from './reaction-facts'
import type { FollowUp } from './follow-up'

/**
 * The id of one step of a reaction: the same UUID each time the reaction runs on the event. It is derived under the key
 * of the event's scope, so the link between the two is erased with the scope.
 */
export type DeriveStepId = (step: string) => string

/**
 * A policy: when an event has happened, these commands follow. A reaction runs at least once for each event. Running it
 * again repeats nothing: its ids are derived again, and its commands are decided against the present state. A refused
 * follow-up is finished.
 */
export interface Reaction {
  /** Part of the derived ids: it never changes. */
  readonly name: string
  /** The event types that the reaction handles. */
  readonly eventTypes: ReadonlyArray<string>
  /** Decides by the event alone whether anything can follow. Most events are skipped here, before facts are loaded. */
  readonly appliesTo: (event: AnyEvent) => boolean
  /** The facts to load before the reaction runs. */
  readonly factNames: ReadonlyArray<ReactionFactName>
  /** The commands that follow, in order. None for an event of another type. */
  readonly followUpsOf: (facts: ReactionFacts, deriveId: DeriveStepId) => (event: AnyEvent) => ReadonlyArray<FollowUp>
}

/** Defines a reaction to the events of the given definitions. It sees only the facts that it names. */
export const defineReaction = <D extends AnyEventDefinition, N extends ReactionFactName>(
  name: string,
  definition: {
    readonly eventTypes: ReadonlyArray<D>
    /** When absent, the reaction applies to every event of its types. */
    readonly appliesTo?: (event: EventOf<D>) => boolean
    readonly factNames: ReadonlyArray<N>
    readonly followUpsOf: (
      facts: Pick<ReactionFacts, N>,
      deriveId: DeriveStepId,
    ) => (event: EventOf<D>) => ReadonlyArray<FollowUp>
  },
): Reaction => {
  const eventTypes = definition.eventTypes.map(({ type }) => type)
  const hasEventType = (event: AnyEvent): event is AnyEvent & EventOf<D> => eventTypes.includes(event.type)
  const appliesTo = (event: AnyEvent): event is AnyEvent & EventOf<D> =>
    hasEventType(event) && (definition.appliesTo?.(event) ?? true)
  return {
    name,
    eventTypes,
    appliesTo,
    factNames: definition.factNames,
    followUpsOf: (facts, deriveId) => (event) =>
      appliesTo(event) ? definition.followUpsOf(facts, deriveId)(event) : [],
  }
}

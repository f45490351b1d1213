import type { AnyEvent, Definition, EventOf } from '../event/define-event'
import type { FactName, Facts } from './facts'
import type { FollowUp } from './follow-up'

/**
 * An id for one step of a reaction, a UUID that is the same each time the reaction runs on the same event.
 * The shell derives it under the key of the event's scope, so that the link between the two dies with the scope.
 */
export type Derive = (step: string) => string

/**
 * When this has happened, that follows. A reaction runs after its event, at least once; running it again does no harm,
 * because its ids are derived again and its commands are decided against what has happened since. A follow-up that is
 * refused is done with: the world has moved on.
 */
export interface Reaction {
  readonly name: string
  /** The types of event that it waits for. */
  readonly on: ReadonlyArray<string>
  /** Whether anything can follow, by the event alone: most events are passed by before anything is loaded for them. */
  readonly concerns: (event: AnyEvent) => boolean
  /** What the shell loads before it runs. */
  readonly needs: ReadonlyArray<FactName>
  /** The commands that follow, in order. An event of another type is followed by none. */
  readonly react: (facts: Facts, derive: Derive) => (event: AnyEvent) => ReadonlyArray<FollowUp>
}

/** A reaction to the events of the given definitions. It sees only the facts that it asks for. */
export const reaction = <D extends Definition, N extends FactName>(
  name: string,
  when: {
    readonly on: ReadonlyArray<D>
    /** Every event of these types, when it is left out. */
    readonly concerns?: (event: EventOf<D>) => boolean
    readonly needs: ReadonlyArray<N>
    readonly react: (facts: Pick<Facts, N>, derive: Derive) => (event: EventOf<D>) => ReadonlyArray<FollowUp>
  },
): Reaction => {
  const on = when.on.map(({ type }) => type)
  const waitsFor = (event: AnyEvent): event is AnyEvent & EventOf<D> => on.includes(event.type)
  const concerns = (event: AnyEvent): event is AnyEvent & EventOf<D> =>
    waitsFor(event) && (when.concerns?.(event) ?? true)
  return {
    name,
    on,
    concerns,
    needs: when.needs,
    react: (facts, derive) => (event) => (concerns(event) ? when.react(facts, derive)(event) : []),
  }
}

import type { Either } from 'fp-ts/Either'

/**
 * An aggregate: how its state follows from what has happened, and what a command may make happen next.
 * Both are pure and data-last.
 */
export interface Decider<Command, State, Event, Refusal> {
  readonly initial: State
  readonly evolve: (event: Event) => (state: State) => State
  readonly decide: (command: Command) => (state: State) => Either<Refusal, ReadonlyArray<Event>>
}

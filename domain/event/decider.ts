import type { Either } from 'fp-ts/Either'

/**
 * `evolve` gives the state after an event; `decide` gives the events of a command, or why it is refused. Both are pure
 * and data-last.
 */
export interface Decider<Command, State, Event, Refusal> {
  readonly initial: State
  readonly evolve: (event: Event) => (state: State) => State
  readonly decide: (command: Command) => (state: State) => Either<Refusal, ReadonlyArray<Event>>
}

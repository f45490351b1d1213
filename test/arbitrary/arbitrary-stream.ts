import { either as E } from 'fp-ts'
import fc, { type Arbitrary } from 'fast-check'
import type { Decider } from '../../domain/event/decider'

/** The next command to try, by the state and the number of the step (for unique ids). */
export type CommandStep<C, S> = (state: S, step: number) => C

/** The events of an aggregate when commands are tried one after the other. A refused command adds none. */
export const arbitraryStream = <C, S, Ev, R>(
  decider: Decider<C, S, Ev, R>,
  step: Arbitrary<CommandStep<C, S>>,
  maxLength = 40,
): Arbitrary<ReadonlyArray<Ev>> =>
  fc.array(step, { maxLength, size: 'max' }).map((steps) => {
    let state = decider.initial
    const stream: Array<Ev> = []
    steps.forEach((next, index) => {
      const decided = decider.decide(next(state, index))(state)
      if (E.isLeft(decided)) return
      stream.push(...decided.right)
      state = decided.right.reduce((before, event) => decider.evolve(event)(before), state)
    })
    return stream
  })

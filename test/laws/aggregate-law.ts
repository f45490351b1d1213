import fc, { type Arbitrary } from 'fast-check'
import type { AnyEvent } from '../../domain/event/define-event'
import type { Decider } from '../../domain/event/decider'
import type { ScopeClass } from '../../domain/event/scope-class'
import { forget, scopesIn } from '../fixtures/forget'
import { stateAfter } from '../fixtures/given'

/** By class, the events that end a scope of it, each with the open member that holds the scope's id. */
export type Ends = Readonly<Partial<Record<ScopeClass, Readonly<Record<string, string>>>>>

export interface UnderLaw<C, S, Ev extends AnyEvent, R> {
  readonly aggregate: string
  readonly decider: Decider<C, S, Ev, R>
  /** Streams as they can come about. */
  readonly streams: Arbitrary<ReadonlyArray<Ev>>
  readonly ends: Ends
  /** Events with which every scope of the stream ends. */
  readonly endingAll?: ReadonlyArray<Ev['type']>
  /** Every type of event that the streams must hold somewhere, so that the law is tried on all of them. */
  readonly types: ReadonlyArray<Ev['type']>
  /** Commands to try on a state in which anything may have been forgotten. */
  readonly commands: ReadonlyArray<(state: S) => C>
}

/** The scopes that have ended in a stream. */
export const endedIn =
  (ends: Ends) =>
  (events: ReadonlyArray<AnyEvent>): ReadonlyArray<unknown> =>
    events.flatMap((event) =>
      Object.values(ends).flatMap((members) => {
        const member = members[event.type]
        return member === undefined ? [] : [event.open[member]]
      }),
    )

const withSomeOf = <Ev extends AnyEvent>(
  streams: Arbitrary<ReadonlyArray<Ev>>,
  scopes: (events: ReadonlyArray<Ev>) => ReadonlyArray<unknown>,
) =>
  streams.chain((events) =>
    fc.record({
      events: fc.constant(events),
      forgotten: fc.subarray([...scopes(events)]).map((some): ReadonlySet<unknown> => new Set(some)),
    }),
  )

/** What every aggregate keeps when parts of its events are forgotten. */
export const keepsTheLawOfAggregates = <C, S, Ev extends AnyEvent, R>(under: UnderLaw<C, S, Ev, R>): void => {
  const { aggregate, decider, streams, ends, endingAll = [], types, commands } = under
  const fold = stateAfter(decider)
  const ended = (events: ReadonlyArray<Ev>): ReadonlyArray<unknown> =>
    events.some(({ type }) => endingAll.includes(type)) ? scopesIn(events) : endedIn(ends)(events)

  describe(`the law of aggregates, for a ${aggregate}`, () => {
    it('is tried on every type of event', () => {
      const seen = new Set(
        fc.sample(streams, { numRuns: 1_000, seed: 1 }).flatMap((events) => events.map(({ type }) => type)),
      )
      expect([...seen].sort()).toEqual([...types].sort())
    })

    it('gives the same state when whatever has ended is forgotten', () => {
      fc.assert(
        fc.property(withSomeOf(streams, ended), ({ events, forgotten }) => {
          expect(fold(forget(forgotten)(events))).toEqual(fold(events))
        }),
        { numRuns: 500 },
      )
    })

    it('answers every command, whatever has been forgotten', () => {
      fc.assert(
        fc.property(withSomeOf(streams, scopesIn), fc.constantFrom(...commands), ({ events, forgotten }, command) => {
          const state = fold(forget(forgotten)(events))
          expect(['Left', 'Right']).toContain(decider.decide(command(state))(state)._tag)
        }),
      )
    })
  })
}

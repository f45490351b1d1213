import fc, { type Arbitrary } from 'fast-check'
import type { AnyEvent } from '../../domain/event/define-event'
import type { Decider } from '../../domain/event/decider'
import type { ScopeClass } from '../../domain/event/scope-class'
import { withScopesErased, sealedScopeIds } from '../fixtures/erase-scopes'
import { stateAfter } from '../fixtures/given-when-then'

/** By class, the events that end a scope of it, each with the open member that holds the scope's id. */
export type EndingEvents = Readonly<Partial<Record<ScopeClass, Readonly<Record<string, string>>>>>

export interface AggregateErasureLaw<C, S, Ev extends AnyEvent, R> {
  readonly aggregate: string
  readonly decider: Decider<C, S, Ev, R>
  /** Streams that can occur. */
  readonly streams: Arbitrary<ReadonlyArray<Ev>>
  readonly ends: EndingEvents
  /** Events that end every scope of the stream. */
  readonly endingAll?: ReadonlyArray<Ev['type']>
  /** Every event type that the streams must contain, so that the law is tried on all of them. */
  readonly types: ReadonlyArray<Ev['type']>
  /** Commands to try on a state in which any scope may be erased. */
  readonly commands: ReadonlyArray<(state: S) => C>
}

/** The scopes that have ended in a stream. */
export const endedScopesOf =
  (ends: EndingEvents) =>
  (events: ReadonlyArray<AnyEvent>): ReadonlyArray<unknown> =>
    events.flatMap((event) =>
      Object.values(ends).flatMap((members) => {
        const member = members[event.type]
        return member === undefined ? [] : [event.open[member]]
      }),
    )

const withSomeScopesErased = <Ev extends AnyEvent>(
  streams: Arbitrary<ReadonlyArray<Ev>>,
  scopes: (events: ReadonlyArray<Ev>) => ReadonlyArray<unknown>,
) =>
  streams.chain((events) =>
    fc.record({
      events: fc.constant(events),
      forgotten: fc.subarray([...scopes(events)]).map((some): ReadonlySet<unknown> => new Set(some)),
    }),
  )

/**
 * Tests the erasure law of an aggregate: its state is the same when ended scopes are erased, and it answers every
 * command after any erasure.
 */
export const testAggregateErasureLaw = <C, S, Ev extends AnyEvent, R>(law: AggregateErasureLaw<C, S, Ev, R>): void => {
  const { aggregate, decider, streams, ends, endingAll = [], types, commands } = law
  const fold = stateAfter(decider)
  const endedScopes = (events: ReadonlyArray<Ev>): ReadonlyArray<unknown> =>
    events.some(({ type }) => endingAll.includes(type)) ? sealedScopeIds(events) : endedScopesOf(ends)(events)

  describe(`the erasure law of the ${aggregate} aggregate`, () => {
    it('is tried on every event type', () => {
      const seen = new Set(
        fc.sample(streams, { numRuns: 1_000, seed: 1 }).flatMap((events) => events.map(({ type }) => type)),
      )
      expect([...seen].sort()).toEqual([...types].sort())
    })

    it('holds: the state is the same when ended scopes are erased', () => {
      fc.assert(
        fc.property(withSomeScopesErased(streams, endedScopes), ({ events, forgotten }) => {
          expect(fold(withScopesErased(forgotten)(events))).toEqual(fold(events))
        }),
        { numRuns: 500 },
      )
    })

    it('holds: every command is answered after any erasure', () => {
      fc.assert(
        fc.property(
          withSomeScopesErased(streams, sealedScopeIds),
          fc.constantFrom(...commands),
          ({ events, forgotten }, command) => {
            const state = fold(withScopesErased(forgotten)(events))
            expect(['Left', 'Right']).toContain(decider.decide(command(state))(state)._tag)
          },
        ),
      )
    })
  })
}

import fc from 'fast-check'
import { copyDecider } from '../../domain/copy/copy-decider'
import { eventTypesThatResetCopy } from '../../domain/copy/evolve-copy'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { arbitraryCopyStream } from '../arbitrary/arbitrary-copy-stream'
import { stateAfter } from '../fixtures/given-when-then'

const fold = stateAfter(copyDecider(defaultLibraryPolicy))

describe('the state of a copy', () => {
  it('follows from its first event and those since any event that it restarts at', () => {
    fc.assert(
      fc.property(arbitraryCopyStream, (stream) => {
        // A stream with cases from before the copy was acquired is read whole.
        const events = stream.slice(stream.findIndex(({ type }) => type === 'CopyAcquired'))
        const state = fold(events)
        const restarts = events.flatMap(({ type }, index) => (eventTypesThatResetCopy.has(type) ? [index] : []))
        const restarted = restarts.map((index) => fold([...events.slice(0, 1), ...events.slice(index)]))
        expect(restarted).toEqual(restarts.map(() => state))
      }),
      { numRuns: 500 },
    )
  })

  it('restarts at events that occur', () => {
    const occurring = new Set(
      fc
        .sample(arbitraryCopyStream, { numRuns: 1_000, seed: 1 })
        .flat()
        .map(({ type }) => type),
    )
    expect([...eventTypesThatResetCopy].filter((type) => !occurring.has(type))).toEqual([])
  })
})

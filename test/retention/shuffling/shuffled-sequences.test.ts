import fc from 'fast-check'
import { systemRandom } from '../../../adapters/system/random/system-random'
import { shuffledSequences, type EventToShuffle } from '../../../retention/shuffling/shuffled-sequences'

const categories = ['borrower', 'erasure', 'loss']

/** Events of a few streams, with gaps between their places in the log. */
const arbitraryEvents: fc.Arbitrary<ReadonlyArray<EventToShuffle>> = fc
  .array(fc.record({ stream: fc.nat(5), gap: fc.integer({ min: 1, max: 3 }) }), { maxLength: 60 })
  .map((drawn) => {
    let sequence = 0
    return drawn.map(({ stream, gap }) => ({
      sequence: (sequence += gap),
      stream,
      category: categories[stream % 3] as string,
    }))
  })

const inNewOrder = (events: ReadonlyArray<EventToShuffle>): ReadonlyArray<EventToShuffle> => {
  const sequences = shuffledSequences(systemRandom.shuffle)(events)
  return events.toSorted((a, b) => (sequences.get(a.sequence) ?? 0) - (sequences.get(b.sequence) ?? 0))
}

describe('the shuffling of the events of a month', () => {
  it('gives the events each other’s places, each place once', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const places = events.map(({ sequence }) => sequence)
        const sequences = shuffledSequences(systemRandom.shuffle)(events)
        expect([...sequences.keys()]).toEqual(expect.arrayContaining(places))
        expect([...sequences.values()].toSorted((a, b) => a - b)).toEqual(places)
      }),
    )
  })

  it('keeps the order within each stream', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const shuffled = inNewOrder(events)
        for (const stream of new Set(events.map((event) => event.stream))) {
          const ofStream = (all: ReadonlyArray<EventToShuffle>) => all.filter((event) => event.stream === stream)
          expect(ofStream(shuffled)).toEqual(ofStream(events))
        }
      }),
    )
  })

  it('puts what was lost after everything that names it, and what was erased last', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const ranks = inNewOrder(events).map(({ category }) => ['borrower', 'loss', 'erasure'].indexOf(category))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  it('keeps the order of erasures: of two that declare one scope, the first one counts', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const ofErasures = (all: ReadonlyArray<EventToShuffle>) => all.filter(({ category }) => category === 'erasure')
        expect(ofErasures(inNewOrder(events))).toEqual(ofErasures(events))
      }),
    )
  })

  it('makes every order of three registrations about equally frequent', () => {
    const events = [1, 2, 3].map((sequence) => ({ sequence, stream: sequence, category: 'borrower' }))
    const counts = new Map<string, number>()
    for (let run = 0; run < 6000; run += 1) {
      const order = inNewOrder(events)
        .map(({ sequence }) => sequence)
        .join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    // 1,000 are expected of each, with a standard deviation of 29.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(250)
  })
})

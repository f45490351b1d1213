import fc from 'fast-check'
import * as TE from 'fp-ts/TaskEither'
import { createLogChangeDetector } from '../../../../adapters/processes/damage/log-change-detector'
import type { LogDigestStore, LogStretchDigest } from '../../../../adapters/stores/log-digests/log-digest-store'
import type { StreamName } from '../../../../domain/event/stream'
import type { EventStore, Position, RecordedEvent } from '../../../../domain/ports/event-store'
import type { EventId } from '../../../../domain/values/ids'
import { numberedUuid } from '../../../fixtures/numbered-uuid'

const digestsInMemory = (): LogDigestStore => {
  const stretches = new Map<string, LogStretchDigest>()
  return {
    find: (log, after) => stretches.get(`${log} ${after}`),
    findStart: (log, position) =>
      [...stretches.values()].find((known) => known.log === log && known.after <= position && known.upTo > position)
        ?.after,
    put: (stretch) => void stretches.set(`${stretch.log} ${stretch.after}`, stretch),
    close: () => undefined,
  }
}

const eventAt = (n: number): RecordedEvent => ({
  id: numberedUuid(n) as EventId,
  ...{ type: 'CopyMissing', version: 1, recorded: '2026-03-01', open: `{"n":${String(n)}}`, sealed: new Uint8Array(0) },
  ...{ stream: `copy-${String(n % 7)}` as StreamName, revision: Math.floor(n / 7) },
  position: String(n * 2).padStart(8, '0') as Position,
})

const eventsUpTo = (count: number): RecordedEvent[] => Array.from({ length: count }, (_, n) => eventAt(n + 1))

const storeOf = (events: ReadonlyArray<RecordedEvent>): Pick<EventStore, 'readAll'> => ({
  // oxlint-disable-next-line typescript/require-await -- a store reads asynchronously
  readAll: async function* ({ after, limit }) {
    yield events.filter(({ position }) => after === undefined || position > after).slice(0, limit)
  },
})

const compare = async (digests: LogDigestStore, circulation: ReadonlyArray<RecordedEvent>) => {
  const alarms: string[] = []
  const logs = { circulation: storeOf(circulation), persons: storeOf([]) }
  const comparison = createLogChangeDetector(logs, digests, (kind) => void alarms.push(kind))
  await comparison.compareAll()
  return alarms
}

const arbitraryLog = fc.integer({ min: 2, max: 5000 })

describe('the comparison of a log with what was read of it before', () => {
  it('finds nothing in a log that only grows', () =>
    fc.assert(
      fc.asyncProperty(fc.array(arbitraryLog, { minLength: 1, maxLength: 5 }), async (lengths) => {
        const digests = digestsInMemory()
        for (const length of lengths.toSorted((a, b) => a - b))
          expect(await compare(digests, eventsUpTo(length))).toEqual([])
      }),
      { numRuns: 10 },
    ))

  it('finds every event that is removed, changed or inserted, wherever it stands', () =>
    fc.assert(
      fc.asyncProperty(arbitraryLog, fc.nat(), fc.nat(3), async (length, at, change) => {
        const digests = digestsInMemory()
        const events = eventsUpTo(length)
        await compare(digests, events)
        const place = at % (length - 1)
        const event = events[place]!
        const others = [
          ['EventsMissing', []],
          ['EventsChanged', [{ ...event, recorded: '2026-02-28' }]],
          ['EventsChanged', [{ ...event, revision: event.revision + 1 }]],
          ['EventsInserted', [event, { ...event, position: String((place + 1) * 2 + 1).padStart(8, '0') as Position }]],
        ] as const
        const [kind, instead] = others[change]!
        const changed = events.toSpliced(place, 1, ...instead)
        expect(await compare(digests, changed)).toEqual([kind])
        expect(await compare(digests, events)).toEqual([])
      }),
      { numRuns: 30 },
    ))

  it('finds nothing when another process shuffles a month while it is read', async () => {
    const events = eventsUpTo(40)
    const shuffled = events.map(({ position }, at) => ({ ...events[39 - at]!, position }))
    let isShuffled = false
    const shuffledBefore = () => Promise.resolve(isShuffled ? ('00000081' as Position) : undefined)
    const shufflesWhen = (shufflesNow: () => boolean) => ({
      shuffling: { shuffledBefore, shuffle: () => () => Promise.reject(new Error('only read here')) },
      readAll: (...options: Parameters<EventStore['readAll']>) => {
        isShuffled = shufflesNow()
        return storeOf(isShuffled ? shuffled : events).readAll(...options)
      },
    })
    const digests = digestsInMemory()
    const alarms: string[] = []
    const compareAt = async (shufflesNow: () => boolean) => {
      const logs = { circulation: storeOf([]), persons: shufflesWhen(shufflesNow) }
      await createLogChangeDetector(logs, digests, (kind) => void alarms.push(kind)).compareAll()
    }
    await compareAt(() => false)
    await compareAt(() => true)
    expect(alarms).toEqual([])
    expect(digests.find('persons', '')).toMatchObject({ events: 40, shuffledBefore: '00000081' })
  })

  it('goes on where it stopped, at most 1,024 events at a time, and begins anew after the end', async () => {
    const digests = digestsInMemory()
    const read: (Position | undefined)[] = []
    const { readAll } = storeOf(eventsUpTo(2500))
    const circulation: Pick<EventStore, 'readAll'> = {
      readAll: (options) => {
        read.push(options.after)
        return readAll(options)
      },
    }
    const { compareSome } = createLogChangeDetector({ circulation, persons: storeOf([]) }, digests, () => undefined)
    for (let n = 0; n < 4; n += 1) await compareSome()
    expect(read).toEqual([undefined, eventAt(1024).position, eventAt(2048).position, undefined])
  })

  describe('when a part of it was shuffled', () => {
    const closing = eventAt(1500).position
    /** The last hundred events before the closing, in the opposite order. */
    const shuffled = eventsUpTo(2500).map((event, at) =>
      at < 1400 || at >= 1500 ? event : { ...eventAt(2900 - at), position: event.position },
    )
    const comparisonOf = (digests: LogDigestStore, persons: RecordedEvent[], shuffledBefore: Position | undefined) => {
      const alarms: string[] = []
      const shuffling = { shuffledBefore: () => Promise.resolve(shuffledBefore), shuffle: () => TE.right(undefined) }
      const logs = { circulation: storeOf([]), persons: { ...storeOf(persons), shuffling } }
      return { alarms, comparison: createLogChangeDetector(logs, digests, (kind) => void alarms.push(kind)) }
    }

    it('takes the new order as right, once', async () => {
      const digests = digestsInMemory()
      await comparisonOf(digests, eventsUpTo(2500), undefined).comparison.compareAll()
      const after = comparisonOf(digests, shuffled, closing)
      await after.comparison.compareAll()
      expect(after.alarms).toEqual([])
      const back = comparisonOf(digests, eventsUpTo(2500), closing)
      await back.comparison.compareAll()
      expect(back.alarms).toEqual(['EventsChanged'])
    })

    it('still misses an event of the shuffled part', async () => {
      const digests = digestsInMemory()
      await comparisonOf(digests, eventsUpTo(2500), undefined).comparison.compareAll()
      const after = comparisonOf(digests, shuffled.toSpliced(1450, 1), closing)
      await after.comparison.compareAll()
      expect(after.alarms).toEqual(['EventsMissing'])
    })

    it('still misses an event that was before the shuffled part', async () => {
      const digests = digestsInMemory()
      await comparisonOf(digests, eventsUpTo(2500), undefined).comparison.compareAll()
      const second = comparisonOf(digests, shuffled.toSpliced(500, 1), closing)
      await comparisonOf(digests, shuffled, closing).comparison.compareAll()
      await second.comparison.compareAll()
      expect(second.alarms).toEqual(['EventsMissing'])
    })

    it('misses what was removed from the month just before, when it compares the month first', async () => {
      const digests = digestsInMemory()
      await comparisonOf(digests, eventsUpTo(2500), undefined).comparison.compareAll()
      const before = comparisonOf(digests, eventsUpTo(2500).toSpliced(1450, 1), undefined)
      await before.comparison.compareAfter('persons', eventAt(1400).position)
      expect(before.alarms).toEqual(['EventsMissing'])
    })
  })
})

import fc from 'fast-check'
import type { EventWithMetadata } from '../../domain/event/domain-event'
import type { ReadModelStore } from '../../projections/read-model/read-model-store'
import { toScopesToPurge, eraseScopesOf, idsWithChildScopes } from '../arbitrary/history/erase-scopes-of-history'
import { arbitraryHistory, type History } from '../arbitrary/history/arbitrary-history'
import type { HistoryScope } from '../arbitrary/history/history-state'
import { allReadModelRows, inMemoryReadModels, withMetadataIn } from '../fixtures/in-memory-read-models'

interface ErasureCase {
  readonly history: History
  readonly chosen: ReadonlyArray<HistoryScope>
  readonly turns: ReadonlyArray<boolean>
  readonly middle: number
}

const arbitraryCase: fc.Arbitrary<ErasureCase> = fc
  .record({
    history: arbitraryHistory(),
    share: fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }),
    chance: fc.integer({ min: 1, max: 9 }),
    turns: fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }),
    middle: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ history, share, chance, turns, middle }) => ({
    history,
    chosen: history.scopes.filter((_, at) => (share[at % share.length] ?? 0) < chance),
    turns,
    middle,
  }))

const logsOf = ({ circulation, persons }: History): ReadonlyArray<ReadonlyArray<EventWithMetadata>> => [
  withMetadataIn('circulation')(circulation),
  withMetadataIn('persons')(persons),
]

/** The events of both logs in a mixed order. Each log keeps its own order. */
const interleavedLogs = (history: History, turns: ReadonlyArray<boolean>): ReadonlyArray<EventWithMetadata> => {
  const [one = [], other = []] = logsOf(history).map((log) => [...log])
  const taken: EventWithMetadata[] = []
  for (let at = 0; one.length + other.length > 0; at += 1) {
    const [turn, otherwise] = turns[at % turns.length] === true ? [one, other] : [other, one]
    const next = turn.shift() ?? otherwise.shift()
    if (next !== undefined) taken.push(next)
  }
  return taken
}

/** Splits events into pages. A page has events of one log. */
const pagesOf = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<ReadonlyArray<EventWithMetadata>> => {
  const pages: EventWithMetadata[][] = []
  for (const event of events) {
    const page = pages.at(-1)
    if (page?.[0]?.metadata.log === event.metadata.log) page.push(event)
    else pages.push([event])
  }
  return pages
}

const foldInto = (
  events: ReadonlyArray<EventWithMetadata>,
  into: ReadModelStore = inMemoryReadModels(),
): ReadModelStore => {
  for (const page of pagesOf(events)) expect(into.foldEvents(page)).toEqual({ _tag: 'Right', right: undefined })
  return into
}

const erasedEvent = ({ history, chosen }: ErasureCase) => eraseScopesOf(idsWithChildScopes(history)(chosen))

const holdsForEveryCase = (law: (one: ErasureCase) => void): void =>
  fc.assert(fc.property(arbitraryCase, law), { numRuns: 80 })

describe('the erasure law of read models', () => {
  it('holds: purging scopes gives the same rows as folding events in which they are erased', () => {
    holdsForEveryCase((one) => {
      const events = interleavedLogs(one.history, one.turns)
      const purged = foldInto(events)
      purged.purge(toScopesToPurge(one.chosen))
      expect(allReadModelRows(purged)).toEqual(allReadModelRows(foldInto(events.map(erasedEvent(one)))))
    })
  })

  it('holds also when events are folded after a purge', () => {
    holdsForEveryCase((one) => {
      const events = interleavedLogs(one.history, one.turns)
      const middle = Math.floor(events.length * one.middle)
      const live = foldInto(events.slice(0, middle))
      live.purge(toScopesToPurge(one.chosen))
      foldInto(events.slice(middle).map(erasedEvent(one)), live)
      expect(allReadModelRows(live)).toEqual(allReadModelRows(foldInto(events.map(erasedEvent(one)))))
    })
  })

  it('leaves no row of a purged scope or of its child scopes', () => {
    holdsForEveryCase((one) => {
      const live = foldInto(interleavedLogs(one.history, one.turns))
      live.purge(toScopesToPurge(one.chosen))
      const ids = idsWithChildScopes(one.history)(one.chosen)
      const all = toScopesToPurge(one.history.scopes.filter(({ scope }) => ids.has(scope)))
      expect(all.map(live.count).filter((rows) => rows > 0)).toEqual([])
    })
  })

  it('does not depend on the order between the logs', () => {
    holdsForEveryCase((one) => {
      const [circulation = [], persons = []] = logsOf(one.history)
      const rows = allReadModelRows(foldInto(interleavedLogs(one.history, one.turns)))
      expect(allReadModelRows(foldInto([...circulation, ...persons]))).toEqual(rows)
      expect(allReadModelRows(foldInto([...persons, ...circulation]))).toEqual(rows)
    })
  })

  it('holds after a rebuild', () => {
    holdsForEveryCase((one) => {
      const events = interleavedLogs(one.history, one.turns)
      const live = foldInto(events)
      live.purge(toScopesToPurge(one.chosen))
      const rows = allReadModelRows(live)
      expect(allReadModelRows(foldInto(events.map(erasedEvent(one))))).toEqual(rows)
    })
  })
})

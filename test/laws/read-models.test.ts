import fc from 'fast-check'
import type { Recorded } from '../../domain/event/domain-event'
import { logNames } from '../../domain/event/stream'
import type { ReadModels } from '../../projections/kernel/read-models'
import { readModels } from '../../projections/registry'
import { asScopes, forgetting, withChildren } from '../arbitrary/history/forgetting'
import { arbitraryHistory, type History } from '../arbitrary/history/history'
import type { HistoryScope } from '../arbitrary/history/world'
import { allRows, emptyReadModels, recordedIn } from '../fixtures/read-models'

interface Case {
  readonly history: History
  readonly chosen: ReadonlyArray<HistoryScope>
  readonly turns: ReadonlyArray<boolean>
  readonly middle: number
}

const aCase: fc.Arbitrary<Case> = fc
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

const logsOf = ({ circulation, persons }: History): ReadonlyArray<ReadonlyArray<Recorded>> => [
  recordedIn('circulation')(circulation),
  recordedIn('persons')(persons),
]

/** Both logs in one order of taking, each log in its own. */
const interleaved = (history: History, turns: ReadonlyArray<boolean>): ReadonlyArray<Recorded> => {
  const [one = [], other = []] = logsOf(history).map((log) => [...log])
  const taken: Recorded[] = []
  for (let at = 0; one.length + other.length > 0; at += 1) {
    const [turn, otherwise] = turns[at % turns.length] === true ? [one, other] : [other, one]
    const next = turn.shift() ?? otherwise.shift()
    if (next !== undefined) taken.push(next)
  }
  return taken
}

/** Runs of events of one log: a page is of one log. */
const pagesOf = (events: ReadonlyArray<Recorded>): ReadonlyArray<ReadonlyArray<Recorded>> => {
  const pages: Recorded[][] = []
  for (const event of events) {
    const page = pages.at(-1)
    if (page?.[0]?.at.log === event.at.log) page.push(event)
    else pages.push([event])
  }
  return pages
}

const folded = (events: ReadonlyArray<Recorded>, into: ReadModels = emptyReadModels()): ReadModels => {
  for (const page of pagesOf(events)) expect(into.take(page)).toEqual({ _tag: 'Right', right: undefined })
  return into
}

const forgotten = ({ history, chosen }: Case) => forgetting(withChildren(history)(chosen))

const holds = (law: (one: Case) => void): void => fc.assert(fc.property(aCase, law), { numRuns: 80 })

describe('what every read model promises', () => {
  it('forgets the same whether scopes are purged from its rows or read as erased from the logs', () => {
    holds((one) => {
      const events = interleaved(one.history, one.turns)
      const purged = folded(events)
      purged.purge(asScopes(one.chosen))
      expect(allRows(purged)).toEqual(allRows(folded(events.map(forgotten(one)))))
    })
  })

  it('goes on after a purge as if what was purged had never been known', () => {
    holds((one) => {
      const events = interleaved(one.history, one.turns)
      const middle = Math.floor(events.length * one.middle)
      const live = folded(events.slice(0, middle))
      live.purge(asScopes(one.chosen))
      folded(events.slice(middle).map(forgotten(one)), live)
      expect(allRows(live)).toEqual(allRows(folded(events.map(forgotten(one)))))
    })
  })

  it('holds no row of a purged scope, nor of what was sealed under it', () => {
    holds((one) => {
      const live = folded(interleaved(one.history, one.turns))
      live.purge(asScopes(one.chosen))
      const ids = withChildren(one.history)(one.chosen)
      const all = asScopes(one.history.scopes.filter(({ scope }) => ids.has(scope)))
      expect(all.map(live.count).filter((rows) => rows > 0)).toEqual([])
    })
  })

  it('depends on the order within a log, and not on the order between logs', () => {
    holds((one) => {
      const [circulation = [], persons = []] = logsOf(one.history)
      const rows = allRows(folded(interleaved(one.history, one.turns)))
      expect(allRows(folded([...circulation, ...persons]))).toEqual(rows)
      expect(allRows(folded([...persons, ...circulation]))).toEqual(rows)
    })
  })

  it('is the same when it is thrown away and rebuilt', () => {
    holds((one) => {
      const events = interleaved(one.history, one.turns)
      const live = folded(events)
      live.purge(asScopes(one.chosen))
      const rows = allRows(live)
      for (const { name } of readModels) live.reset(name)
      expect(logNames.map(live.checkpoint)).toEqual([undefined, undefined])
      expect(allRows(folded(events.map(forgotten(one)), live))).toEqual(rows)
    })
  })
})

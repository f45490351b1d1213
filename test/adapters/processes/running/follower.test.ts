import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { placeOf, positionOf } from '../../../../adapters/stores/eventstore/position'
import { follower, type Follows } from '../../../../adapters/processes/running/follower'
import { definitions } from '../../../../domain/catalogue'
import { shut } from '../../../../domain/command-handling/remember'
import { tableOf } from '../../../../domain/event/decode'
import { logNames, type LogName, type StreamName } from '../../../../domain/event/stream'
import type { EventStore, Page, Position } from '../../../../domain/ports/event-store'
import { anEvent } from '../../../contract/event-store/given'

const nobody: Follows = { name: 'nobody', checkpoint: () => undefined, take: () => TE.right(undefined) }

/** Logs that hold nothing, and answer when `answers` says. */
const logs = (answers: (log: LogName) => Promise<void>) => {
  async function* readAll(log: LogName): AsyncGenerator<Page, void, undefined> {
    await answers(log)
    yield []
  }
  return { circulation: { readAll: () => readAll('circulation') }, persons: { readAll: () => readAll('persons') } }
}

describe('whoever is kept abreast of both logs', () => {
  it('asks both at the same time: neither has to answer before the other is asked', async () => {
    const asked = new Set<LogName>()
    let bothAsked: () => void = () => undefined
    const areAsked = new Promise<void>((resolve) => (bothAsked = resolve))
    const stores = logs((log) => {
      if (asked.add(log).size === logNames.length) bothAsked()
      return areAsked
    })
    expect(await follower(stores, shut(tableOf(definitions)), [nobody]).reach()).toEqual(E.right(undefined))
  })

  it.each(logNames)('is told when %s cannot be read, and the next time that it can', async (away) => {
    let isAway = true
    const stores = logs((log) =>
      isAway && log === away
        ? Promise.reject(Object.assign(new Error('away'), { _tag: 'StoreUnavailable', reason: 'away' }))
        : Promise.resolve(),
    )
    const { reach } = follower(stores, shut(tableOf(definitions)), [nobody])
    expect(await reach()).toEqual(E.left({ _tag: 'Unavailable', reason: 'away' }))
    isAway = false
    expect(await reach()).toEqual(E.right(undefined))
  })
})

describe('the first of those who are kept abreast', () => {
  const run = '7d0a5c8e-7b0e-4c2f-9f0e-6a1f0d9c1a11'
  const page = (recorded: string, from: number, count: number): Page =>
    Array.from({ length: count }, (_, at) => ({
      ...anEvent({
        type: 'ErasureDue',
        recorded,
        open: '{"reason":"due","run":"' + run + '","scopes":[]}',
        sealed: new Uint8Array(0),
      }),
      stream: `erasure-${run}` as StreamName,
      revision: from + at,
      position: positionOf(from + at + 1),
    }))
  /** Logs of so many events, and one who notes what he takes of them. */
  const given = (length: number) => {
    const notes: string[] = []
    const readAll = (recorded: string): EventStore['readAll'] =>
      async function* ({ after }) {
        for (let from = placeOf(after); from < length; from += 500) {
          yield page(recorded, from, Math.min(500, length - from))
          await Promise.resolve()
        }
      }
    const noting = (name: string, until = Infinity): Follows => {
      const at = new Map<LogName, Position>()
      return {
        name,
        checkpoint: (log) => at.get(log),
        take: (log, events) => () => {
          if (notes.length >= until) return Promise.resolve(E.left({ _tag: 'Unavailable', reason: 'enough' }))
          const last = events.at(-1)?.stored.position
          if (last !== undefined) at.set(log, last)
          notes.push(`${name} ${log} ${String(placeOf(last))}`)
          return Promise.resolve(E.right(undefined))
        },
      }
    }
    return {
      notes,
      noting,
      stores: { circulation: { readAll: readAll('2026-11-22') }, persons: { readAll: readAll('2026-11') } },
    }
  }

  it.each([
    ['few events', 3],
    ['more than are kept in memory', 4600],
  ])('is at the ends of both logs before the others take anything: %s', async (_, length) => {
    const { notes, noting, stores } = given(length)
    const followers = [noting('schedule'), noting('views')]
    expect(await follower(stores, shut(tableOf(definitions)), followers).reach()).toEqual(E.right(undefined))
    const ended = notes.indexOf(`schedule persons ${String(length)}`)
    expect(notes.slice(0, ended + 1).every((note) => note.startsWith('schedule'))).toBe(true)
    expect(notes.slice(ended + 1).every((note) => note.startsWith('views'))).toBe(true)
    for (const log of logNames)
      expect(followers.map((one) => one.checkpoint(log))).toEqual([positionOf(length), positionOf(length)])
  })

  it('does not wait for the others, who go on from where they were', async () => {
    const { notes, noting, stores } = given(3)
    const [first, other] = [noting('schedule'), noting('views', 3)]
    const { reach } = follower(stores, shut(tableOf(definitions)), [first, other])
    expect(await reach()).toMatchObject({ left: { reason: 'enough' } })
    notes.length = 0
    expect(await reach()).toEqual(E.right(undefined))
    expect(other.checkpoint('persons')).toBe(positionOf(3))
    expect(notes).toEqual(['views persons 3'])
  })
})

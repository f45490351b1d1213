import { either } from 'fp-ts'
import type { EventId } from '../../../domain/values/ids'
import type { EventStore } from '../../../domain/ports/event-store'
import {
  collectEvents,
  newEvent,
  appendOrThrow,
  newStream,
  eventContents,
  newEvents,
  eventIds,
  appendRefusal,
  readWholeLog,
  readWholeStream,
} from './event-store-steps'

export const appendingContract = (store: () => EventStore): void => {
  it('reads what was appended, byte for byte', async () => {
    const stream = newStream()
    const given = [
      newEvent({ open: '{"title":"Æblets æra – 😀 \\u0000"}', sealed: new Uint8Array(0) }),
      newEvent({ sealed: Uint8Array.from({ length: 256 }, (_, byte) => byte), version: 7 }),
      newEvent({ open: JSON.stringify({ text: 'ø'.repeat(20_000) }), sealed: new Uint8Array(100_000).fill(255) }),
      newEvent({ code: undefined }),
      newEvent({ code: undefined, sealed: new Uint8Array(0) }),
    ]
    await appendOrThrow(store(), stream, 'none', given)
    expect((await readWholeStream(store(), stream)).map(eventContents)).toEqual(given.map(eventContents))
    expect((await readWholeLog(store())).map(eventContents)).toEqual(given.map(eventContents))
  })

  it('counts revisions in a stream from 0 and answers the last one', async () => {
    const stream = newStream()
    expect(await appendOrThrow(store(), stream, 'none', newEvents(3))).toMatchObject({ revision: 2, repeated: false })
    expect(await appendOrThrow(store(), stream, 2, newEvents(1))).toMatchObject({ revision: 3 })
    const read = await readWholeStream(store(), stream)
    expect(read.map(({ revision }) => revision)).toEqual([0, 1, 2, 3])
    expect(new Set(read.map((event) => event.stream))).toEqual(new Set([stream]))
  })

  it('answers the position of the last event of the append', async () => {
    const stream = newStream()
    const { position } = await appendOrThrow(store(), stream, 'none', newEvents(2))
    expect((await readWholeStream(store(), stream)).at(-1)?.position).toBe(position)
    expect(await store().head()).toBe(position)
  })

  it('answers positions that are printable, of one width, and ordered as strings', async () => {
    const given: Array<string> = []
    for (let at = 0; at < 12; at += 1)
      given.push((await appendOrThrow(store(), newStream(), 'any', newEvents(1))).position)
    expect(given).toEqual([...new Set(given)].sort())
    expect(given.every((position) => /^[!-~]+$/.test(position))).toBe(true)
    expect(new Set(given.map(({ length }) => length)).size).toBe(1)
  })

  it('has no head while it is empty', async () => {
    expect(await store().head()).toBeUndefined()
    expect(await readWholeLog(store())).toEqual([])
  })

  it('appends to a stream with any events when any revision is expected', async () => {
    const stream = newStream()
    await appendOrThrow(store(), stream, 'any', newEvents(1))
    expect(await appendOrThrow(store(), stream, 'any', newEvents(2))).toMatchObject({ revision: 2, repeated: false })
  })

  it.each([
    ['none', 'none', 1],
    ['an earlier revision', 0, 1],
    ['a later revision', 5, 1],
  ] as const)('refuses an append that expects %s, and answers the actual revision', async (_, expected, actual) => {
    const stream = newStream()
    await appendOrThrow(store(), stream, 'none', newEvents(2))
    expect(await appendRefusal(store(), stream, expected, newEvents(1))).toEqual({
      _tag: 'Conflict',
      stream,
      expected,
      actual,
    })
    expect(await readWholeStream(store(), stream)).toHaveLength(2)
  })

  it('refuses an exact revision of a stream that is empty', async () => {
    const stream = newStream()
    const conflict = { _tag: 'Conflict', stream, expected: 0, actual: 'none' }
    expect(await appendRefusal(store(), stream, 0, newEvents(1))).toEqual(conflict)
  })

  it.each([
    ['nothing', []],
    ['an id that is not a UUID', [newEvent({ id: 'loan-1' as EventId })]],
    ['an id in capitals', [newEvent({ id: '5F0C2A9E-6D1B-4C57-9B1E-0A4C8F1D2E33' as EventId })]],
    ['the same id twice', Array<ReturnType<typeof newEvent>>(2).fill(newEvent())],
  ])('refuses an append of %s', async (_, given) => {
    const stream = newStream()
    expect(await appendRefusal(store(), stream, 'any', given)).toMatchObject({ _tag: 'InvalidAppend' })
    expect(await readWholeStream(store(), stream)).toEqual([])
  })

  it.each([-1, 0.5, Number.NaN])('refuses an append that expects the revision %p', async (expected) => {
    expect(await appendRefusal(store(), newStream(), expected, newEvents(1))).toMatchObject({ _tag: 'InvalidAppend' })
  })

  it('accepts exactly one of 64 appends that expect the same revision', async () => {
    const stream = newStream()
    await appendOrThrow(store(), stream, 'none', newEvents(1))
    const outcomes = await Promise.all(Array.from({ length: 64 }, () => store().append(stream, 0, newEvents(1))()))
    expect(outcomes.filter(either.isRight)).toHaveLength(1)
    const conflict = { _tag: 'Conflict', stream, expected: 0, actual: 1 }
    expect(outcomes.filter(either.isLeft).map(({ left }) => left)).toEqual(Array(63).fill(conflict))
    expect(await readWholeStream(store(), stream)).toHaveLength(2)
  })

  it('writes the other appends when one of them conflicts', async () => {
    const conflicting = newStream()
    await appendOrThrow(store(), conflicting, 'none', newEvents(1))
    const streams = Array.from({ length: 20 }, newStream)
    const outcomes = await Promise.all(
      streams.flatMap((stream) => [
        store().append(stream, 'none', newEvents(2))(),
        store().append(conflicting, 'none', newEvents(1))(),
      ]),
    )
    expect(outcomes.map(either.isRight)).toEqual(streams.flatMap(() => [true, false]))
    for (const stream of streams) expect(await readWholeStream(store(), stream)).toHaveLength(2)
    expect(await readWholeStream(store(), conflicting)).toHaveLength(1)
  })

  it('keeps the events of one append together and the log in the order of its positions', async () => {
    const given = Array.from({ length: 30 }, () => newEvents(3))
    await Promise.all(given.map((some) => appendOrThrow(store(), newStream(), 'none', some)))
    const log = await collectEvents(store().readAll({}))
    expect(log.map(({ position }) => position)).toEqual(log.map(({ position }) => position).sort())
    const order = eventIds(log)
    for (const some of given) {
      const first = order.indexOf(some[0]!.id)
      expect(order.slice(first, first + 3)).toEqual(eventIds(some))
    }
  })
}

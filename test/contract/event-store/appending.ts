import { either } from 'fp-ts'
import type { EventId } from '../../../domain/values/ids'
import type { EventStore } from '../../../domain/ports/event-store'
import { all, anEvent, append, aStream, contents, events, idsOf, refusal, wholeLog, wholeStream } from './given'

export const appending = (store: () => EventStore): void => {
  it('gives back what was appended, byte for byte', async () => {
    const stream = aStream()
    const given = [
      anEvent({ open: '{"title":"Æblets æra – 😀 \\u0000"}', sealed: new Uint8Array(0) }),
      anEvent({ sealed: Uint8Array.from({ length: 256 }, (_, byte) => byte), version: 7 }),
      anEvent({ open: JSON.stringify({ text: 'ø'.repeat(20_000) }), sealed: new Uint8Array(100_000).fill(255) }),
    ]
    await append(store(), stream, 'none', given)
    expect((await wholeStream(store(), stream)).map(contents)).toEqual(given.map(contents))
  })

  it('counts revisions in a stream from 0 and answers the last one', async () => {
    const stream = aStream()
    expect(await append(store(), stream, 'none', events(3))).toMatchObject({ revision: 2, repeated: false })
    expect(await append(store(), stream, 2, events(1))).toMatchObject({ revision: 3 })
    const read = await wholeStream(store(), stream)
    expect(read.map(({ revision }) => revision)).toEqual([0, 1, 2, 3])
    expect(new Set(read.map((event) => event.stream))).toEqual(new Set([stream]))
  })

  it('answers the position of the last event of the append', async () => {
    const stream = aStream()
    const { position } = await append(store(), stream, 'none', events(2))
    expect((await wholeStream(store(), stream)).at(-1)?.position).toBe(position)
    expect(await store().head()).toBe(position)
  })

  it('gives out positions that are printable, of one width, and ordered as strings', async () => {
    const given: Array<string> = []
    for (let at = 0; at < 12; at += 1) given.push((await append(store(), aStream(), 'any', events(1))).position)
    expect(given).toEqual([...new Set(given)].sort())
    expect(given.every((position) => /^[!-~]+$/.test(position))).toBe(true)
    expect(new Set(given.map(({ length }) => length)).size).toBe(1)
  })

  it('has no head while it is empty', async () => {
    expect(await store().head()).toBeUndefined()
    expect(await wholeLog(store())).toEqual([])
  })

  it('appends to a stream whatever stands there when any revision will do', async () => {
    const stream = aStream()
    await append(store(), stream, 'any', events(1))
    expect(await append(store(), stream, 'any', events(2))).toMatchObject({ revision: 2, repeated: false })
  })

  it.each([
    ['none', 'none', 1],
    ['a revision that was passed', 0, 1],
    ['a revision that is yet to come', 5, 1],
  ] as const)('refuses an append that expects %s, and says where the stream is', async (_, expected, actual) => {
    const stream = aStream()
    await append(store(), stream, 'none', events(2))
    expect(await refusal(store(), stream, expected, events(1))).toEqual({ _tag: 'Conflict', stream, expected, actual })
    expect(await wholeStream(store(), stream)).toHaveLength(2)
  })

  it('refuses an exact revision of a stream that is empty', async () => {
    const stream = aStream()
    const conflict = { _tag: 'Conflict', stream, expected: 0, actual: 'none' }
    expect(await refusal(store(), stream, 0, events(1))).toEqual(conflict)
  })

  it.each([
    ['nothing', []],
    ['an id that is not a UUID', [anEvent({ id: 'loan-1' as EventId })]],
    ['an id in capitals', [anEvent({ id: '5F0C2A9E-6D1B-4C57-9B1E-0A4C8F1D2E33' as EventId })]],
    ['the same id twice', Array<ReturnType<typeof anEvent>>(2).fill(anEvent())],
  ])('takes no append of %s', async (_, given) => {
    const stream = aStream()
    expect(await refusal(store(), stream, 'any', given)).toMatchObject({ _tag: 'InvalidAppend' })
    expect(await wholeStream(store(), stream)).toEqual([])
  })

  it.each([-1, 0.5, Number.NaN])('takes no append that expects the revision %p', async (expected) => {
    expect(await refusal(store(), aStream(), expected, events(1))).toMatchObject({ _tag: 'InvalidAppend' })
  })

  it('lets exactly one of 64 callers write who all saw the same revision', async () => {
    const stream = aStream()
    await append(store(), stream, 'none', events(1))
    const outcomes = await Promise.all(Array.from({ length: 64 }, () => store().append(stream, 0, events(1))()))
    expect(outcomes.filter(either.isRight)).toHaveLength(1)
    const conflict = { _tag: 'Conflict', stream, expected: 0, actual: 1 }
    expect(outcomes.filter(either.isLeft).map(({ left }) => left)).toEqual(Array(63).fill(conflict))
    expect(await wholeStream(store(), stream)).toHaveLength(2)
  })

  it('leaves the neighbours of a conflict unharmed', async () => {
    const taken = aStream()
    await append(store(), taken, 'none', events(1))
    const streams = Array.from({ length: 20 }, aStream)
    const outcomes = await Promise.all(
      streams.flatMap((stream) => [
        store().append(stream, 'none', events(2))(),
        store().append(taken, 'none', events(1))(),
      ]),
    )
    expect(outcomes.map(either.isRight)).toEqual(streams.flatMap(() => [true, false]))
    for (const stream of streams) expect(await wholeStream(store(), stream)).toHaveLength(2)
    expect(await wholeStream(store(), taken)).toHaveLength(1)
  })

  it('keeps the events of one append side by side and the log in the order of its positions', async () => {
    const given = Array.from({ length: 30 }, () => events(3))
    await Promise.all(given.map((some) => append(store(), aStream(), 'none', some)))
    const log = await all(store().readAll({}))
    expect(log.map(({ position }) => position)).toEqual(log.map(({ position }) => position).sort())
    const order = idsOf(log)
    for (const some of given) {
      const first = order.indexOf(some[0]!.id)
      expect(order.slice(first, first + 3)).toEqual(idsOf(some))
    }
  })
}

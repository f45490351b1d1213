import type { EventStore } from '../../../domain/ports/event-store'
import {
  newEvent,
  appendOrThrow,
  newStream,
  newEvents,
  appendRefusal,
  readWholeStream,
  type StoreUnderTest,
} from './event-store-steps'

export const repeatedAppendContract = (store: () => EventStore, reopen: StoreUnderTest['reopen']): void => {
  it.each(['none', 'any'] as const)('answers a repeat of an append to %s with the first result', async (expected) => {
    const stream = newStream()
    const appended = newEvents(3)
    const first = await appendOrThrow(store(), stream, expected, appended)
    expect(await appendOrThrow(store(), stream, expected, appended)).toEqual({ ...first, repeated: true })
    expect(await readWholeStream(store(), stream)).toHaveLength(3)
  })

  it.each(['none', 'any', 0] as const)(
    'recognises a repeat of an append to %p after many other appends',
    async (expected) => {
      const stream = newStream()
      if (expected === 0) await appendOrThrow(store(), stream, 'none', newEvents(1))
      const appended = newEvents(2)
      const first = await appendOrThrow(store(), stream, expected, appended)
      for (let at = 0; at < 40; at += 1) await appendOrThrow(store(), stream, 'any', newEvents(30))
      expect(await appendOrThrow(store(), stream, expected, appended)).toEqual({ ...first, repeated: true })
    },
  )

  it('writes an append once when two callers make it at the same moment', async () => {
    const stream = newStream()
    const appended = newEvents(2)
    const [first, second] = await Promise.all([
      appendOrThrow(store(), stream, 'none', appended),
      appendOrThrow(store(), stream, 'none', appended),
    ])
    expect(second).toEqual({ ...first, repeated: true })
    expect(await readWholeStream(store(), stream)).toHaveLength(2)
  })

  it('looks for a repeat only in its own stream', async () => {
    const appended = newEvents(1)
    await appendOrThrow(store(), newStream(), 'none', appended)
    const elsewhere = newStream()
    expect(await appendOrThrow(store(), elsewhere, 'any', appended)).toMatchObject({ revision: 0, repeated: false })
  })

  it.each(['none', 'any'] as const)(
    'refuses an append to %s when the stream holds a part of it already',
    async (expected) => {
      const stream = newStream()
      const [first, second] = [newEvent(), newEvent()]
      await appendOrThrow(store(), stream, 'none', [first, second])
      const longer = await appendRefusal(store(), stream, expected, [first, second, newEvent()])
      const mixed = await appendRefusal(store(), stream, expected, [newEvent(), second])
      const turned = await appendRefusal(store(), stream, expected, [second, first])
      for (const refused of [longer, mixed, turned]) expect(refused).toMatchObject({ _tag: 'InvalidAppend' })
      expect(await readWholeStream(store(), stream)).toHaveLength(2)
    },
  )

  if (reopen === undefined) return
  it('keeps everything when it is opened again, and still recognises repeats', async () => {
    const stream = newStream()
    const appended = newEvents(2)
    const first = await appendOrThrow(store(), stream, 'none', appended)
    await appendOrThrow(store(), stream, 1, newEvents(1))
    await store().close()
    const again = await reopen(store())
    expect(await appendOrThrow(again, stream, 'none', appended)).toEqual({ ...first, repeated: true })
    expect(await appendOrThrow(again, stream, 'any', appended)).toEqual({ ...first, repeated: true })
    expect(await appendRefusal(again, stream, 0, newEvents(1))).toMatchObject({ _tag: 'Conflict', actual: 2 })
    const next = await appendOrThrow(again, stream, 2, newEvents(1))
    expect(next.position > first.position).toBe(true)
    await again.close()
  })
}

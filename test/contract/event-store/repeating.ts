import type { EventStore } from '../../../domain/ports/event-store'
import { anEvent, append, aStream, events, refusal, wholeStream, type StoreUnderTest } from './given'

export const repeating = (store: () => EventStore, reopen: StoreUnderTest['reopen']): void => {
  it.each(['none', 'any'] as const)('answers a repeat of an append to %s with its first answer', async (expected) => {
    const stream = aStream()
    const given = events(3)
    const first = await append(store(), stream, expected, given)
    expect(await append(store(), stream, expected, given)).toEqual({ ...first, repeated: true })
    expect(await wholeStream(store(), stream)).toHaveLength(3)
  })

  it.each(['none', 'any', 0] as const)('knows a repeat of an append to %p long after', async (expected) => {
    const stream = aStream()
    if (expected === 0) await append(store(), stream, 'none', events(1))
    const given = events(2)
    const first = await append(store(), stream, expected, given)
    for (let at = 0; at < 40; at += 1) await append(store(), stream, 'any', events(30))
    expect(await append(store(), stream, expected, given)).toEqual({ ...first, repeated: true })
  })

  it('writes an append once that is made twice at the same moment', async () => {
    const stream = aStream()
    const given = events(2)
    const [first, second] = await Promise.all([
      append(store(), stream, 'none', given),
      append(store(), stream, 'none', given),
    ])
    expect(second).toEqual({ ...first, repeated: true })
    expect(await wholeStream(store(), stream)).toHaveLength(2)
  })

  it('looks for a repeat in its own stream alone', async () => {
    const given = events(1)
    await append(store(), aStream(), 'none', given)
    const elsewhere = aStream()
    expect(await append(store(), elsewhere, 'any', given)).toMatchObject({ revision: 0, repeated: false })
  })

  it.each(['none', 'any'] as const)('takes no append to %s of which a part stands there already', async (expected) => {
    const stream = aStream()
    const [first, second] = [anEvent(), anEvent()]
    await append(store(), stream, 'none', [first, second])
    const longer = await refusal(store(), stream, expected, [first, second, anEvent()])
    const mixed = await refusal(store(), stream, expected, [anEvent(), second])
    const turned = await refusal(store(), stream, expected, [second, first])
    for (const refused of [longer, mixed, turned]) expect(refused).toMatchObject({ _tag: 'InvalidAppend' })
    expect(await wholeStream(store(), stream)).toHaveLength(2)
  })

  if (reopen === undefined) return
  it('remembers everything when it is opened again, repeats included', async () => {
    const stream = aStream()
    const given = events(2)
    const first = await append(store(), stream, 'none', given)
    await append(store(), stream, 1, events(1))
    await store().close()
    const again = await reopen(store())
    expect(await append(again, stream, 'none', given)).toEqual({ ...first, repeated: true })
    expect(await append(again, stream, 'any', given)).toEqual({ ...first, repeated: true })
    expect(await refusal(again, stream, 0, events(1))).toMatchObject({ _tag: 'Conflict', actual: 2 })
    const next = await append(again, stream, 2, events(1))
    expect(next.position > first.position).toBe(true)
    await again.close()
  })
}

import { either } from 'fp-ts'
import type { EventStore } from '../../../domain/ports/event-store'
import { all, append, aStream, events, idsOf, pagesIn, refusal, wholeLog } from './given'

export const reading = (store: () => EventStore): void => {
  const given = events(1300)
  const stream = aStream()
  const fill = () => append(store(), stream, 'none', given)

  it('reads nothing from a stream that is empty', async () => {
    for (const direction of ['forwards', 'backwards'] as const)
      expect(await pagesIn(store().readStream(aStream(), { direction }))).toEqual([])
  })

  it('reads a stream forwards, and backwards from its end', async () => {
    await fill()
    expect(idsOf(await all(store().readStream(stream, { direction: 'forwards' })))).toEqual(idsOf(given))
    const backwards = idsOf(await all(store().readStream(stream, { direction: 'backwards' })))
    expect(backwards).toEqual(idsOf([...given].reverse()))
  })

  it('reads from a revision on, that revision included', async () => {
    await fill()
    const forwards = await all(store().readStream(stream, { direction: 'forwards', from: 1298 }))
    expect(forwards.map(({ revision }) => revision)).toEqual([1298, 1299])
    const backwards = await all(store().readStream(stream, { direction: 'backwards', from: 1 }))
    expect(backwards.map(({ revision }) => revision)).toEqual([1, 0])
    expect(await all(store().readStream(stream, { direction: 'forwards', from: 1300 }))).toEqual([])
  })

  it.each([0, 1, 512, 513, 5000])('reads at most %p events when told so', async (limit) => {
    await fill()
    const most = Math.min(limit, 1300)
    const read = async (pages: Parameters<typeof all>[0]) => idsOf(await all(pages))
    expect(await read(store().readAll({ limit }))).toEqual(idsOf(given.slice(0, most)))
    expect(await read(store().readStream(stream, { direction: 'forwards', limit }))).toEqual(
      idsOf(given.slice(0, most)),
    )
    expect(await read(store().readStream(stream, { direction: 'backwards', limit }))).toEqual(
      idsOf([...given].reverse().slice(0, most)),
    )
  })

  it('reads in pages of at most 512 events, none of them empty', async () => {
    await fill()
    for (const pages of [store().readAll({}), store().readStream(stream, { direction: 'backwards' })]) {
      const sizes = (await pagesIn(pages)).map(({ length }) => length)
      expect(sizes.every((size) => size > 0 && size <= 512)).toBe(true)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1300)
    }
  })

  it('reads the log after any of its positions', async () => {
    await fill()
    const log = await wholeLog(store())
    for (const at of [0, 511, 512, 1298, 1299])
      expect(idsOf(await all(store().readAll({ after: log[at]!.position })))).toEqual(idsOf(given.slice(at + 1)))
  })

  it('takes appends between two pages of a read, and reads them too', async () => {
    await fill()
    const read: Array<string> = []
    for await (const page of store().readAll({})) {
      if (read.length === 0) await append(store(), aStream(), 'none', events(1))
      read.push(...idsOf(page))
    }
    expect(read).toHaveLength(1301)
  })

  it('says that it is well, and once closed takes nothing more', async () => {
    expect(await store().health()).toEqual(either.right(undefined))
    await store().close()
    expect(await store().health()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(await refusal(store(), stream, 'any', events(1))).toMatchObject({ _tag: 'StoreUnavailable' })
  })
}

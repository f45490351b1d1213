import { either } from 'fp-ts'
import type { EventStore } from '../../../domain/ports/event-store'
import {
  collectEvents,
  appendOrThrow,
  newStream,
  newEvents,
  eventIds,
  collectPages,
  appendRefusal,
  readWholeLog,
} from './event-store-steps'

export const readingContract = (store: () => EventStore): void => {
  const appended = newEvents(1300)
  const stream = newStream()
  const fill = () => appendOrThrow(store(), stream, 'none', appended)

  it('reads nothing from a stream that is empty', async () => {
    for (const direction of ['forwards', 'backwards'] as const)
      expect(await collectPages(store().readStream(newStream(), { direction }))).toEqual([])
  })

  it('reads a stream forwards, and backwards from its end', async () => {
    await fill()
    expect(eventIds(await collectEvents(store().readStream(stream, { direction: 'forwards' })))).toEqual(
      eventIds(appended),
    )
    const backwards = eventIds(await collectEvents(store().readStream(stream, { direction: 'backwards' })))
    expect(backwards).toEqual(eventIds([...appended].reverse()))
  })

  it('reads from a revision on, that revision included', async () => {
    await fill()
    const forwards = await collectEvents(store().readStream(stream, { direction: 'forwards', from: 1298 }))
    expect(forwards.map(({ revision }) => revision)).toEqual([1298, 1299])
    const backwards = await collectEvents(store().readStream(stream, { direction: 'backwards', from: 1 }))
    expect(backwards.map(({ revision }) => revision)).toEqual([1, 0])
    expect(await collectEvents(store().readStream(stream, { direction: 'forwards', from: 1300 }))).toEqual([])
  })

  it.each([0, 1, 512, 513, 5000])('reads at most %p events when that is the limit', async (limit) => {
    await fill()
    const most = Math.min(limit, 1300)
    const read = async (pages: Parameters<typeof collectEvents>[0]) => eventIds(await collectEvents(pages))
    expect(await read(store().readAll({ limit }))).toEqual(eventIds(appended.slice(0, most)))
    expect(await read(store().readStream(stream, { direction: 'forwards', limit }))).toEqual(
      eventIds(appended.slice(0, most)),
    )
    expect(await read(store().readStream(stream, { direction: 'backwards', limit }))).toEqual(
      eventIds([...appended].reverse().slice(0, most)),
    )
  })

  it.each([1, 64])('reads all events, with at most %p on a page when a reader asks for few', async (maxPageSize) => {
    await fill()
    const sizes: number[] = []
    const read: string[] = []
    for await (const page of store().readAll({ maxPageSize })) {
      sizes.push(page.length)
      read.push(...eventIds(page))
    }
    expect(Math.max(...sizes)).toBe(maxPageSize)
    expect(read).toEqual(eventIds(appended))
  })

  it('lets the process do other work between two pages', async () => {
    await fill()
    let turns = 0
    const countTurn = (): void => {
      turns += 1
      immediate = setImmediate(countTurn)
    }
    let immediate = setImmediate(countTurn)
    const pages = await collectPages(store().readAll({}))
    clearImmediate(immediate)
    expect(turns).toBeGreaterThanOrEqual(pages.length - 1)
  })

  it('reads in pages of at most 512 events, none of them empty', async () => {
    await fill()
    for (const pages of [store().readAll({}), store().readStream(stream, { direction: 'backwards' })]) {
      const sizes = (await collectPages(pages)).map(({ length }) => length)
      expect(sizes.every((size) => size > 0 && size <= 512)).toBe(true)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1300)
    }
  })

  it('reads the log after any of its positions', async () => {
    await fill()
    const log = await readWholeLog(store())
    for (const at of [0, 511, 512, 1298, 1299])
      expect(eventIds(await collectEvents(store().readAll({ after: log[at]!.position })))).toEqual(
        eventIds(appended.slice(at + 1)),
      )
  })

  it('counts the events after any of its positions', async () => {
    expect(await store().countAfter(undefined)()).toBe(0)
    await fill()
    const log = await readWholeLog(store())
    expect(await store().countAfter(undefined)()).toBe(1300)
    for (const at of [0, 511, 512, 1298, 1299]) expect(await store().countAfter(log[at]!.position)()).toBe(1299 - at)
  })

  it('reads events that are appended between two pages of the read', async () => {
    await fill()
    const read: Array<string> = []
    for await (const page of store().readAll({})) {
      if (read.length === 0) await appendOrThrow(store(), newStream(), 'none', newEvents(1))
      read.push(...eventIds(page))
    }
    expect(read).toHaveLength(1301)
  })

  it('is healthy while it is open, and refuses appends once it is closed', async () => {
    expect(await store().health()).toEqual(either.right(undefined))
    await store().close()
    expect(await store().health()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(await appendRefusal(store(), stream, 'any', newEvents(1))).toMatchObject({ _tag: 'StoreUnavailable' })
  })
}

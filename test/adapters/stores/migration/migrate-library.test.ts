import * as fc from 'fast-check'
import { logDigestOf } from '../../../../adapters/stores/migration/log-digest'
import type { EventStore } from '../../../../domain/ports/event-store'
import { appendOrThrow, newEvents, readWholeLog } from '../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { storesWithEvents, copyStream, emptyStores, migrateStoresOf, titleStream } from './migratable-library'

const failingAfter = (appends: number, log: EventStore): EventStore => {
  let left = appends
  return {
    ...log,
    append: (...append) => {
      left -= 1
      return left < 0
        ? () => Promise.resolve({ _tag: 'Left', left: { _tag: 'StoreUnavailable', reason: 'it went away' } })
        : log.append(...append)
    },
  }
}

describe('a library that moves to other stores', () => {
  it('has the same events in the same order in the copy, with equal digests', async () => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    const { logs } = rightOrThrow(await migrateStoresOf(from, to))
    expect(logs.circulation).toEqual(await logDigestOf(from.logs.circulation))
    expect(await readWholeLog(to.logs.circulation)).toEqual(await readWholeLog(from.logs.circulation))
    expect(await readWholeLog(to.logs.persons)).toEqual(await readWholeLog(from.logs.persons))
  })

  it('copies the checkpoints of its reactors', async () => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    rightOrThrow(await migrateStoresOf(from, to))
    const there = await to.checkpoints().readPosition('reactions')()
    const before = (await readWholeLog(from.logs.circulation)).findIndex(
      ({ revision, stream }) => stream === copyStream && revision === 4,
    )
    expect(there).toBe((await readWholeLog(to.logs.circulation))[before]?.position)
  })

  it.each([0, 1, 2, 3])('continues where it stopped when the new store fails after %d appends', async (appends) => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    const failingStores = { ...to, logs: { ...to.logs, circulation: failingAfter(appends, to.logs.circulation) } }
    expect(await migrateStoresOf(from, failingStores)).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    rightOrThrow(await migrateStoresOf(from, to))
    expect(await readWholeLog(to.logs.circulation)).toEqual(await readWholeLog(from.logs.circulation))
    expect(await to.checkpoints().readPosition('reactions')()).toBeDefined()
  })

  it('changes nothing in a second run', async () => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    const first = rightOrThrow(await migrateStoresOf(from, to))
    expect(rightOrThrow(await migrateStoresOf(from, to))).toEqual({ ...first, keys: { ...first.keys, copied: 0 } })
  })

  it('is refused by a log that holds other events, with their position in the error', async () => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    await appendOrThrow(to.logs.circulation, copyStream, 'none', newEvents(1))
    expect(await migrateStoresOf(from, to)).toMatchObject({ left: { _tag: 'LogDiffers', log: 'circulation', at: 1 } })
  })

  it('is refused by a log that holds more events', async () => {
    const { from } = await storesWithEvents()
    const to = emptyStores()
    rightOrThrow(await migrateStoresOf(from, to))
    await appendOrThrow(to.logs.persons, copyStream, 'none', newEvents(1))
    expect(await migrateStoresOf(from, to)).toMatchObject({ left: { _tag: 'LogDiffers', log: 'persons', at: 2 } })
  })

  it('keeps the order of events of different streams', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 4 })), { maxLength: 12 }),
        async (appends) => {
          const from = emptyStores()
          for (const [isCopy, count] of appends)
            await appendOrThrow(from.logs.circulation, isCopy ? copyStream : titleStream, 'any', newEvents(count))
          const to = emptyStores()
          rightOrThrow(await migrateStoresOf(from, to))
          expect(await readWholeLog(to.logs.circulation)).toEqual(await readWholeLog(from.logs.circulation))
        },
      ),
      { numRuns: 50 },
    )
  })
})

import * as fc from 'fast-check'
import { digestOf } from '../../../../adapters/stores/migration/digest'
import type { EventStore } from '../../../../domain/ports/event-store'
import { append, events, wholeLog } from '../../../contract/event-store/given'
import { right } from '../../../fixtures/right'
import { aLibrary, copy, empty, moved, title } from './movable'

const closedAfter = (appends: number, log: EventStore): EventStore => {
  let left = appends
  return {
    ...log,
    append: (...asked) => {
      left -= 1
      return left < 0
        ? () => Promise.resolve({ _tag: 'Left', left: { _tag: 'StoreUnavailable', reason: 'it went away' } })
        : log.append(...asked)
    },
  }
}

describe('a library that moves to other stores', () => {
  it('has the same events there, in the same order, and proves it by equal digests', async () => {
    const { from } = await aLibrary()
    const to = empty()
    const { logs } = right(await moved(from, to))
    expect(logs.circulation).toEqual(await digestOf(from.logs.circulation))
    expect(await wholeLog(to.logs.circulation)).toEqual(await wholeLog(from.logs.circulation))
    expect(await wholeLog(to.logs.persons)).toEqual(await wholeLog(from.logs.persons))
  })

  it('goes on with its reactions where they were', async () => {
    const { from } = await aLibrary()
    const to = empty()
    right(await moved(from, to))
    const there = await to.checkpoints().read('reactions')()
    const before = (await wholeLog(from.logs.circulation)).findIndex(
      ({ revision, stream }) => stream === copy && revision === 4,
    )
    expect(there).toBe((await wholeLog(to.logs.circulation))[before]?.position)
  })

  it.each([0, 1, 2, 3])('goes on where it stopped when the new store goes away after %d appends', async (appends) => {
    const { from } = await aLibrary()
    const to = empty()
    const failing = { ...to, logs: { ...to.logs, circulation: closedAfter(appends, to.logs.circulation) } }
    expect(await moved(from, failing)).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    right(await moved(from, to))
    expect(await wholeLog(to.logs.circulation)).toEqual(await wholeLog(from.logs.circulation))
    expect(await to.checkpoints().read('reactions')()).toBeDefined()
  })

  it('changes nothing the second time', async () => {
    const { from } = await aLibrary()
    const to = empty()
    const first = right(await moved(from, to))
    expect(right(await moved(from, to))).toEqual({ ...first, keys: { ...first.keys, copied: 0 } })
  })

  it('is refused by a log that holds something else, which says where', async () => {
    const { from } = await aLibrary()
    const to = empty()
    await append(to.logs.circulation, copy, 'none', events(1))
    expect(await moved(from, to)).toMatchObject({ left: { _tag: 'LogDiffers', log: 'circulation', at: 1 } })
  })

  it('is refused by a log that goes on where its own ends', async () => {
    const { from } = await aLibrary()
    const to = empty()
    right(await moved(from, to))
    await append(to.logs.persons, copy, 'none', events(1))
    expect(await moved(from, to)).toMatchObject({ left: { _tag: 'LogDiffers', log: 'persons', at: 2 } })
  })

  it('keeps every order of streams, however events stand beside each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 4 })), { maxLength: 12 }),
        async (acts) => {
          const from = empty()
          for (const [isCopy, count] of acts)
            await append(from.logs.circulation, isCopy ? copy : title, 'any', events(count))
          const to = empty()
          right(await moved(from, to))
          expect(await wholeLog(to.logs.circulation)).toEqual(await wholeLog(from.logs.circulation))
        },
      ),
      { numRuns: 50 },
    )
  })
})

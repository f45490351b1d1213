import * as fc from 'fast-check'
import { openMemoryLog } from '../../../adapters/eventstore/memory/store'
import { memoryKeyStore } from '../../../adapters/keystore/memory/key-store'
import { digestOf } from '../../../adapters/migrating/digest'
import { migrate, type Movable } from '../../../adapters/migrating/migrate'
import { streamOf } from '../../../domain/event/stream'
import type { CertificateId, ScopeId } from '../../../domain/language/ids'
import type { EventStore } from '../../../domain/ports/event-store'
import type { LivingRow } from '../../../retention/keys/key-row'
import { append, events, wholeLog } from '../../contract/event-store/given'
import { right } from '../../fixtures/right'
import { anyScope } from '../../fixtures/keys'

const library = '6a0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
const certificate = '7b0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as CertificateId

const empty = (of: string = library): Movable => {
  const circulation = openMemoryLog()
  const persons = openMemoryLog()
  return {
    logs: { circulation: circulation.events, persons: persons.events },
    checkpoints: () => circulation.checkpoints,
    keyStore: memoryKeyStore(of),
  }
}

const keyOf = (scope: ScopeId): LivingRow => ({
  _tag: 'Living',
  scope,
  class: 'loan',
  version: 1,
  epoch: 1,
  fingerprint: Buffer.alloc(16, scope),
  wrapped: Buffer.alloc(105, 7),
})

const copy = streamOf('copy')('3274626533')
const title = streamOf('title')('52557240')

/** A small library: two streams that take turns, a borrower, two living keys and an erased one. */
const aLibrary = async () => {
  const from = empty()
  const { circulation, persons } = from.logs
  await append(circulation, copy, 'none', events(2))
  await append(circulation, title, 'none', events(1))
  const { position } = await append(circulation, copy, 1, events(3))
  await append(circulation, title, 0, events(2))
  await append(persons, streamOf('borrower')(anyScope()), 'none', events(1))
  const scopes = [anyScope(), anyScope(), anyScope()] as const
  right(await from.keyStore.insert(scopes.map(keyOf))())
  right(await from.keyStore.fence([{ scope: scopes[0], class: 'loan' }], certificate)())
  await from.checkpoints().write('reactions', position)()
  return { from, scopes }
}

const moved = (from: Movable, to: Movable) => migrate(from, to, ['reactions'], () => undefined)()

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

  it('takes its keys along as they are wrapped, and those that were erased as erased', async () => {
    const { from, scopes } = await aLibrary()
    const to = empty()
    expect(right(await moved(from, to)).keys).toBe(3)
    expect(right(await to.keyStore.read(scopes)())).toEqual(right(await from.keyStore.read(scopes)()))
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
    expect(right(await moved(from, to))).toEqual({ ...first, keys: 0 })
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

  it('is refused by the keys of another library, and by another key of the same scope', async () => {
    const { from, scopes } = await aLibrary()
    expect(await moved(from, empty('9b0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'))).toMatchObject({
      left: { _tag: 'KeysDiffer' },
    })
    const to = empty()
    right(await to.keyStore.insert([{ ...keyOf(scopes[1]), wrapped: Buffer.alloc(105, 8) }])())
    expect(await moved(from, to)).toMatchObject({ left: { _tag: 'KeysDiffer' } })
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

import * as TE from 'fp-ts/TaskEither'
import { createServerLogRecorder } from '../../../adapters/processes/server-log/server-log-recorder'
import { systemRandom } from '../../../adapters/system/random/system-random'
import type { ShortTermEntry, ShortTermStoreError } from '../../../domain/ports/short-term-store'
import { waitingBlocksOf, waitingCountsOf } from '../../../domain/use-cases/waiting-server-log'
import { dayOf, type Instant } from '../../../domain/values/instant'

/** A recorder with a clock and a store that can fail. */
const setUp = () => {
  const stored = new Map<string, ShortTermEntry>()
  const at = { now: '2026-01-05T09:10:00.000Z' as Instant, fails: false }
  const recorder = createServerLogRecorder({
    clock: { now: () => at.now, today: () => dayOf(at.now) },
    random: systemRandom,
    shortTerm: {
      put: (entry) => {
        if (at.fails) return TE.left<ShortTermStoreError>({ _tag: 'StoreUnavailable', reason: 'down' } as never)
        stored.set(`${entry.kind} ${entry.id}`, entry)
        return TE.right(undefined)
      },
    },
  })
  const listed = () =>
    [...stored.values()].map(({ kind, id, subject, value }) => ({ key: { kind, id }, subject, value }))
  const ofKind = (kind: string) => listed().filter(({ key }) => key.kind === kind)
  return {
    ...{ recorder, at, stored },
    blocks: () => waitingBlocksOf(ofKind('hour of the server log')).map(({ item }) => item),
    counts: () => waitingCountsOf(ofKind('visits of pages')).map(({ item }) => item),
  }
}

const addresses = Array.from({ length: 40 }, (_, index) => `192.0.2.${String(index)}`)

describe('what the website logs in an hour', () => {
  it('stays in memory until the hour is over, whoever comes', async () => {
    const { recorder, at, stored, blocks } = setUp()
    recorder.logRequest('192.0.2.1', 'Firefox 133')
    await recorder.storeEndedHours()
    expect(stored.size).toBe(0)
    at.now = '2026-01-05T10:00:00.000Z' as Instant
    recorder.logRequest('192.0.2.2', 'Firefox 133')
    await recorder.storeEndedHours()
    // Nine in the morning in UTC is ten in Copenhagen.
    expect(blocks()).toMatchObject([{ day: '2026-01-05', hour: 10, lines: [{ address: '192.0.2.1', requests: 1 }] }])
  })

  it('has a line for each address and browser, with how often they came', async () => {
    const { recorder, blocks } = setUp()
    for (const browser of ['Firefox 133', 'Safari 17', 'Firefox 133']) recorder.logRequest('192.0.2.1', browser)
    await recorder.storeAll()
    expect(
      blocks()
        .flatMap(({ lines }) => lines)
        .toSorted((one, other) => other.requests - one.requests),
    ).toEqual([
      { address: '192.0.2.1', browser: 'Firefox 133', requests: 2 },
      { address: '192.0.2.1', browser: 'Safari 17', requests: 1 },
    ])
  })

  it('does not tell in which order people came', async () => {
    const order = async (): Promise<string> => {
      const { recorder, blocks } = setUp()
      for (const address of addresses) recorder.logRequest(address, 'Firefox 133')
      await recorder.storeAll()
      return blocks()
        .flatMap(({ lines }) => lines.map(({ address }) => address))
        .join()
    }
    const [one, other] = [await order(), await order()]
    expect(one).not.toBe(other)
    expect([one, other]).not.toContain(addresses.join())
  })

  it('is split into blocks of at most a thousand lines, and of a flood at most 20,000 are held', async () => {
    const { recorder, blocks } = setUp()
    for (let number = 0; number < 20_500; number += 1)
      recorder.logRequest(`2001:db8::${number.toString(16)}`, 'Safari 17')
    await recorder.storeAll()
    const sizes = blocks().map(({ lines }) => lines.length)
    expect([Math.max(...sizes), sizes.reduce((sum, size) => sum + size, 0)]).toEqual([1000, 20_000])
  })

  it('is stored once when the store answers again', async () => {
    const { recorder, at, blocks, counts } = setUp()
    recorder.logRequest('192.0.2.1', 'Firefox 133')
    recorder.countVisit('/mit')
    at.fails = true
    expect((await recorder.storeAll())._tag).toBe('Left')
    at.fails = false
    await recorder.storeAll()
    await recorder.storeAll()
    expect([blocks().length, counts().length]).toEqual([1, 1])
  })

  it('counts visits apart from addresses', async () => {
    const { recorder, stored, counts } = setUp()
    recorder.logRequest('192.0.2.1', 'Firefox 133')
    recorder.countVisit('/mit')
    recorder.countVisit('/mit')
    await recorder.storeAll()
    expect(counts()).toMatchObject([{ pages: [{ page: '/mit', visits: 2 }] }])
    for (const { value } of stored.values()) expect(value.includes('/mit') && value.includes('192.0.2')).toBe(false)
  })
})

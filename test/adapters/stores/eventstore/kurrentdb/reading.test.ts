import { either } from 'fp-ts'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/open-kurrent-log'
import type { Position } from '../../../../../domain/ports/event-store'
import {
  collectEvents,
  appendOrThrow,
  newStream,
  newEvents,
  eventIds,
  collectPages,
  readWholeLog,
  readWholeStream,
} from '../../../../contract/event-store/event-store-steps'
import { describeKurrentLog, openTestLog, shortRetries } from './describe-kurrent-log'

describeKurrentLog('when it is read', (underTest) => {
  it.each(['broken off', 'broken off half way', 'never answered', 'not the leader'] as const)(
    'gives every event once when the read is %s',
    async (fault) => {
      const { log, server } = underTest()
      const [stream, some] = [newStream(), newEvents(1100)]
      await appendOrThrow(log, stream, 'none', some)
      server.faults.reads.push(fault)
      expect(eventIds(await readWholeLog(log))).toEqual(eventIds(some))
      server.faults.reads.push(fault)
      expect(eventIds(await readWholeStream(log, stream))).toEqual(eventIds(some))
    },
  )

  it('rejects with a StoreUnavailable when the server stays unreachable', async () => {
    const { server } = underTest()
    const log = await openTestLog(server.connectionString(), shortRetries)
    server.stop()
    await expect(readWholeLog(log)).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
    await expect(readWholeLog(log)).rejects.toBeInstanceOf(Error)
    await log.close()
  })

  it("leaves out the server's own records, also at the end of the log", async () => {
    const { log, server } = underTest()
    const some = newEvents(2)
    server.writeStatistics(600)
    const { position } = await appendOrThrow(log, newStream(), 'none', some)
    server.writeStatistics(600)
    expect(eventIds(await readWholeLog(log))).toEqual(eventIds(some))
    expect(await log.head()).toBe(position)
    expect((await collectPages(log.readAll({ limit: 1 }))).map(({ length }) => length)).toEqual([1])
  })

  it('refuses a position of another kind of store', () => {
    const { log } = underTest()
    expect(() => log.readAll({ after: '000000000012' as Position })).toThrow(RangeError)
    expect(() => log.subscribe({ after: 'elsewhere' as Position })).toThrow(RangeError)
  })

  it('separates two logs on one server by their namespaces', async () => {
    const { server } = underTest()
    const circulationLog = await openTestLog(server.connectionString(), { namespace: 'things' })
    const personsLog = await openTestLog(server.connectionString(), { namespace: 'people' })
    const [stream, circulationEvents, personsEvents] = [newStream(), newEvents(2), newEvents(3)]
    await appendOrThrow(circulationLog, stream, 'none', circulationEvents)
    await appendOrThrow(personsLog, stream, 'none', personsEvents)
    expect(eventIds(await readWholeLog(circulationLog))).toEqual(eventIds(circulationEvents))
    expect(eventIds(await readWholeLog(personsLog))).toEqual(eventIds(personsEvents))
    expect((await readWholeLog(personsLog)).every((event) => event.stream === stream)).toBe(true)
    expect(await circulationLog.head()).toBe((await readWholeLog(circulationLog)).at(-1)?.position)
    expect(await collectEvents(circulationLog.readAll({ after: (await personsLog.head())! }))).toEqual([])
    expect([...new Set(server.written().map((each) => each.stream))]).toEqual([`things.${stream}`, `people.${stream}`])
    await Promise.all([circulationLog.close(), personsLog.close()])
  })
})

describe('opening a log on a cluster', () => {
  it.each([
    ['no server listens there', 'esdb://127.0.0.1:9?tls=false'],
    ['the address cannot be read', 'kurrentdb:/nowhere'],
  ])('answers that the store is unavailable when %s', async (_, address) => {
    const log = await openKurrentLog(address, { retryTimeout: 200 })()
    expect(log).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })

  it('accepts the newer name of the URL scheme', async () => {
    const log = await openKurrentLog('kurrentdb://127.0.0.1:9?tls=false', { retryTimeout: 100 })()
    expect(either.isLeft(log) && log.left.reason).toMatch(/cannot be reached/)
  })

  it('quotes no password in its errors', async () => {
    const log = await openKurrentLog('esdb://librarian:secret@?tls=maybe')()
    expect(JSON.stringify(log)).not.toMatch(/secret/)
  })

  it('refuses a namespace with a dot', async () => {
    const log = await openKurrentLog('esdb://127.0.0.1:9?tls=false', { namespace: 'a.b' })()
    expect(log).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })
})

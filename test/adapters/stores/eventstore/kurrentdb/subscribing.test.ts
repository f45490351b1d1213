import type { EventStore, EventPage } from '../../../../../domain/ports/event-store'
import {
  appendOrThrow,
  newStream,
  nextEventIds,
  newEvents,
  eventIds,
  takeEventIds,
  readWholeLog,
} from '../../../../contract/event-store/event-store-steps'
import { waitUntil } from '../../../../fixtures/wait-until'
import { describeKurrentLog, openTestLog } from './describe-kurrent-log'

const caughtUp = async (log: EventStore): Promise<AsyncIterator<EventPage>> => {
  const pages = log.subscribe({}).pages[Symbol.asyncIterator]()
  expect((await pages.next()).value).toEqual([])
  return pages
}

describeKurrentLog('with subscriptions', (underTest) => {
  it('gives every event once while the server drops subscriptions and reads break', async () => {
    const { log, server } = underTest()
    const ids = takeEventIds(log.subscribe({}), 200)
    for (let at = 0; at < 100; at += 1) {
      await appendOrThrow(log, newStream(), 'none', newEvents(2))
      if (at % 7 === 0) server.dropSubscriptions()
      if (at % 11 === 0) server.faults.reads.push('broken off half way')
    }
    expect(await ids).toEqual(eventIds(await readWholeLog(log)))
  })

  it('resubscribes after a restart of the server', async () => {
    const { log, server } = underTest()
    const pages = await caughtUp(log)
    const nextIds = nextEventIds(pages, 2)
    server.stop()
    await new Promise((later) => setTimeout(later, 200))
    await server.start()
    const some = newEvents(2)
    await appendOrThrow(log, newStream(), 'none', some)
    expect(await nextIds).toEqual(eventIds(some))
    await waitUntil(() => server.subscriptions() === 1)
    await pages.return?.()
    await waitUntil(() => server.subscriptions() === 0)
  })

  it('gives events that another process appends', async () => {
    const { log, server } = underTest()
    const pages = await caughtUp(log)
    const nextIds = nextEventIds(pages, 1)
    const other = await openTestLog(server.connectionString(), {})
    const some = newEvents(1)
    await appendOrThrow(other, newStream(), 'none', some)
    expect(await nextIds).toEqual(eventIds(some))
    await pages.return?.()
    await other.close()
  })

  it("gives no page for the server's own records", async () => {
    const { log, server } = underTest()
    const pages = await caughtUp(log)
    const nextIds = nextEventIds(pages, 1)
    server.writeStatistics(100)
    await new Promise((later) => setTimeout(later, 300))
    const some = newEvents(1)
    await appendOrThrow(log, newStream(), 'none', some)
    expect(await nextIds).toEqual(eventIds(some))
    await pages.return?.()
  })

  it('gives a slow consumer every event', async () => {
    const { log, server } = underTest()
    const pages = await caughtUp(log)
    for (let at = 0; at < 30; at += 1) await appendOrThrow(log, newStream(), 'none', newEvents(100))
    server.dropSubscriptions()
    expect(await nextEventIds(pages, 3000)).toEqual(eventIds(await readWholeLog(log)))
    await pages.return?.()
  })
})

describeKurrentLog('when another program writes to its streams', (underTest) => {
  it('rejects reads and subscriptions', async () => {
    const { log, server } = underTest()
    server.writeForeign('copy-3274626533')
    await expect(takeEventIds(log.subscribe({}), 1)).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
    await expect(readWholeLog(log)).rejects.toThrow(/another program wrote an event/)
  })
})

describeKurrentLog('when the server loses a subscription without an error', (underTest) => {
  it('finds new events by comparing its position with the end of the log', async () => {
    const { log, server } = underTest()
    const pages = await caughtUp(log)
    const nextIds = nextEventIds(pages, 1)
    await waitUntil(() => server.subscriptions() === 1)
    server.stopServingSubscriptions()
    const other = await openTestLog(server.connectionString())
    const some = newEvents(1)
    await appendOrThrow(other, newStream(), 'none', some)
    expect(await nextIds).toEqual(eventIds(some))
    await pages.return?.()
    await other.close()
  })
})

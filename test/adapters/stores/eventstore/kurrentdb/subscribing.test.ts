import type { EventStore, Page } from '../../../../../domain/ports/event-store'
import { append, aStream, coming, events, idsOf, take, wholeLog } from '../../../../contract/event-store/given'
import { until } from '../../../../fixtures/until'
import { describeOnALog, opened } from './given'

const caughtUp = async (log: EventStore): Promise<AsyncIterator<Page>> => {
  const pages = log.subscribe({}).pages[Symbol.asyncIterator]()
  expect((await pages.next()).value).toEqual([])
  return pages
}

describeOnALog('when it is followed', (given) => {
  it('misses nothing and gives nothing twice while it is dropped and its reads break off', async () => {
    const { log, server } = given()
    const taken = take(log.subscribe({}), 200)
    for (let at = 0; at < 100; at += 1) {
      await append(log, aStream(), 'none', events(2))
      if (at % 7 === 0) server.dropSubscriptions()
      if (at % 11 === 0) server.faults.reads.push('broken off half way')
    }
    expect(await taken).toEqual(idsOf(await wholeLog(log)))
  })

  it('goes on by itself when the server was away', async () => {
    const { log, server } = given()
    const pages = await caughtUp(log)
    const heard = coming(pages, 2)
    server.stop()
    await new Promise((later) => setTimeout(later, 200))
    await server.start()
    const some = events(2)
    await append(log, aStream(), 'none', some)
    expect(await heard).toEqual(idsOf(some))
    await until(() => server.subscriptions() === 1)
    await pages.return?.()
    await until(() => server.subscriptions() === 0)
  })

  it('hears what another process appends', async () => {
    const { log, server } = given()
    const pages = await caughtUp(log)
    const heard = coming(pages, 1)
    const other = await opened(server.connectionString(), {})
    const some = events(1)
    await append(other, aStream(), 'none', some)
    expect(await heard).toEqual(idsOf(some))
    await pages.return?.()
    await other.close()
  })

  it('says nothing more when the server writes only of itself', async () => {
    const { log, server } = given()
    const pages = await caughtUp(log)
    const heard = coming(pages, 1)
    server.writeStatistics(100)
    await new Promise((later) => setTimeout(later, 300))
    const some = events(1)
    await append(log, aStream(), 'none', some)
    expect(await heard).toEqual(idsOf(some))
    await pages.return?.()
  })

  it('lets a reader be as slow as he likes, and drops nothing for it', async () => {
    const { log, server } = given()
    const pages = await caughtUp(log)
    for (let at = 0; at < 30; at += 1) await append(log, aStream(), 'none', events(100))
    server.dropSubscriptions()
    expect(await coming(pages, 3000)).toEqual(idsOf(await wholeLog(log)))
    await pages.return?.()
  })
})

describeOnALog('when something else writes to its streams', (given) => {
  it('fails loudly, and so does a read', async () => {
    const { log, server } = given()
    server.writeForeign('copy-3274626533')
    await expect(take(log.subscribe({}), 1)).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
    await expect(wholeLog(log)).rejects.toThrow(/written by something else/)
  })
})

describeOnALog('when the server forgets a subscription without a word', (given) => {
  it('looks for itself', async () => {
    const { log, server } = given()
    const pages = await caughtUp(log)
    const heard = coming(pages, 1)
    await until(() => server.subscriptions() === 1)
    server.forgetSubscriptions()
    const other = await opened(server.connectionString())
    const some = events(1)
    await append(other, aStream(), 'none', some)
    expect(await heard).toEqual(idsOf(some))
    await pages.return?.()
    await other.close()
  })
})

import { either } from 'fp-ts'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/store'
import type { Position } from '../../../../../domain/ports/event-store'
import {
  all,
  append,
  aStream,
  events,
  idsOf,
  pagesIn,
  wholeLog,
  wholeStream,
} from '../../../../contract/event-store/given'
import { describeOnALog, impatient, opened } from './given'

describeOnALog('when it is read', (given) => {
  it.each(['broken off', 'broken off half way', 'never answered', 'not the leader'] as const)(
    'gives every event once when it is %s',
    async (fault) => {
      const { log, server } = given()
      const [stream, some] = [aStream(), events(1100)]
      await append(log, stream, 'none', some)
      server.faults.reads.push(fault)
      expect(idsOf(await wholeLog(log))).toEqual(idsOf(some))
      server.faults.reads.push(fault)
      expect(idsOf(await wholeStream(log, stream))).toEqual(idsOf(some))
    },
  )

  it('fails with an error that is a StoreUnavailable when the server stays away', async () => {
    const { server } = given()
    const log = await opened(server.connectionString(), impatient)
    server.stop()
    await expect(wholeLog(log)).rejects.toMatchObject({ _tag: 'StoreUnavailable' })
    await expect(wholeLog(log)).rejects.toBeInstanceOf(Error)
    await log.close()
  })

  it("passes by what the server writes of itself, also where the log's end is buried in it", async () => {
    const { log, server } = given()
    const some = events(2)
    server.writeStatistics(600)
    const { position } = await append(log, aStream(), 'none', some)
    server.writeStatistics(600)
    expect(idsOf(await wholeLog(log))).toEqual(idsOf(some))
    expect(await log.head()).toBe(position)
    expect((await pagesIn(log.readAll({ limit: 1 }))).map(({ length }) => length)).toEqual([1])
  })

  it('refuses a position of another kind of log', () => {
    const { log } = given()
    expect(() => log.readAll({ after: '000000000012' as Position })).toThrow(RangeError)
    expect(() => log.subscribe({ after: 'elsewhere' as Position })).toThrow(RangeError)
  })

  it('keeps two logs on one server apart, each in its namespace', async () => {
    const { server } = given()
    const things = await opened(server.connectionString(), { namespace: 'things' })
    const people = await opened(server.connectionString(), { namespace: 'people' })
    const [stream, ofThings, ofPeople] = [aStream(), events(2), events(3)]
    await append(things, stream, 'none', ofThings)
    await append(people, stream, 'none', ofPeople)
    expect(idsOf(await wholeLog(things))).toEqual(idsOf(ofThings))
    expect(idsOf(await wholeLog(people))).toEqual(idsOf(ofPeople))
    expect((await wholeLog(people)).every((event) => event.stream === stream)).toBe(true)
    expect(await things.head()).toBe((await wholeLog(things)).at(-1)?.position)
    expect(await all(things.readAll({ after: (await people.head())! }))).toEqual([])
    expect([...new Set(server.written().map((each) => each.stream))]).toEqual([`things.${stream}`, `people.${stream}`])
    await Promise.all([things.close(), people.close()])
  })
})

describe('opening a log on a cluster', () => {
  it.each([
    ['nobody listens there', 'esdb://127.0.0.1:9?tls=false'],
    ['the address cannot be read', 'kurrentdb:/nowhere'],
  ])('answers that the store is unavailable when %s', async (_, address) => {
    const log = await openKurrentLog(address, { patience: 200 })()
    expect(log).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })

  it('takes the newer name of the scheme', async () => {
    const log = await openKurrentLog('kurrentdb://127.0.0.1:9?tls=false', { patience: 100 })()
    expect(either.isLeft(log) && log.left.reason).toMatch(/cannot be reached/)
  })

  it('repeats no password in what it answers', async () => {
    const log = await openKurrentLog('esdb://librarian:secret@?tls=maybe')()
    expect(JSON.stringify(log)).not.toMatch(/secret/)
  })

  it('refuses a namespace that could be taken for another', async () => {
    const log = await openKurrentLog('esdb://127.0.0.1:9?tls=false', { namespace: 'a.b' })()
    expect(log).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
  })
})

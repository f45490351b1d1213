import { either } from 'fp-ts'
import { usualSettings } from '../../../../../adapters/stores/eventstore/kurrentdb/settings'
import type { StreamName } from '../../../../../domain/event/stream'
import type { EventId } from '../../../../../domain/values/ids'
import {
  anEvent,
  append,
  aStream,
  events,
  idsOf,
  refusal,
  wholeLog,
  wholeStream,
} from '../../../../contract/event-store/given'
import { describeOnALog, impatient, opened } from './given'

describeOnALog('when it is appended to', (given) => {
  it.each([
    'lost before it is written',
    'lost after it is written',
    'never answered',
    'answered twice',
    'answered without a position',
    'not the leader',
    'turned away',
  ] as const)('stands once, and is answered, when it is %s', async (fault) => {
    const { log, server } = given()
    const stream = aStream()
    server.faults.appends.push(fault)
    const appended = await append(log, stream, 'none', events(3))
    expect(appended).toMatchObject({ revision: 2, repeated: false })
    expect((await wholeStream(log, stream)).at(-1)?.position).toBe(appended.position)
    expect(await wholeLog(log)).toHaveLength(3)
  })

  it('stands once under any revision too, when its answer is lost', async () => {
    const { log, server } = given()
    const stream = aStream()
    await append(log, stream, 'none', events(1))
    server.faults.appends.push('lost after it is written')
    expect(await append(log, stream, 'any', events(2))).toMatchObject({ revision: 2, repeated: false })
    expect(await wholeStream(log, stream)).toHaveLength(3)
  })

  it('is told its own answer when answers come out of order', async () => {
    const { log, server } = given()
    server.faults.appends.push('answered after the next')
    const [one, two] = [aStream(), aStream()]
    const answers = await Promise.all([append(log, one, 'none', events(1)), append(log, two, 'none', events(3))])
    expect(answers.map(({ revision }) => revision)).toEqual([0, 2])
    for (const [at, stream] of [one, two].entries())
      expect((await wholeStream(log, stream)).at(-1)?.position).toBe(answers[at]?.position)
  })

  it('loses none and doubles none of 64 under way when the lane breaks off again and again', async () => {
    const { log, server } = given()
    const appends = Array.from({ length: 64 }, () => ({ stream: aStream(), some: events(2) }))
    for (let at = 0; at < 6; at += 1)
      server.faults.appends.push('lost after it is written', 'lost before it is written', 'answered twice')
    const outcomes = await Promise.all(appends.map(({ stream, some }) => log.append(stream, 'none', some)()))
    expect(outcomes.every(either.isRight)).toBe(true)
    const ids = idsOf(await wholeLog(log))
    expect([...ids].sort()).toEqual(appends.flatMap(({ some }) => idsOf(some)).sort())
  })

  it('says that the store is unavailable when no answer comes, and then finds what was written', async () => {
    const { server } = given()
    const log = await opened(server.connectionString(), impatient)
    const [stream, some] = [aStream(), events(1)]
    server.faults.appends.push(...Array<'never answered'>(20).fill('never answered'))
    expect(await refusal(log, stream, 'none', some)).toMatchObject({ _tag: 'StoreUnavailable' })
    server.faults.appends.splice(0)
    expect(await append(log, stream, 'none', some)).toMatchObject({ revision: 0 })
    expect(await wholeStream(log, stream)).toHaveLength(1)
    await log.close()
  })

  it('waits for a server that is back soon', async () => {
    const { log, server } = given()
    server.stop()
    const appending = append(log, aStream(), 'none', events(1))
    await new Promise((later) => setTimeout(later, 200))
    await server.start()
    expect(await appending).toMatchObject({ revision: 0, repeated: false })
  })

  it('is refused as unavailable, and quotes no address, while the server is away', async () => {
    const { server } = given()
    const log = await opened(server.connectionString(), impatient)
    server.stop()
    const error = await refusal(log, aStream(), 'none', events(1))
    expect(error).toMatchObject({ _tag: 'StoreUnavailable' })
    expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1/)
    expect(await log.health()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    await log.close()
  })

  it.each([
    ['an event without a type', 'copy-1', [anEvent({ type: '' })]],
    ["a type of the server's own", 'copy-1', [anEvent({ type: '$metadata' })]],
    ['an id of zeros', 'copy-1', [anEvent({ id: '00000000-0000-0000-0000-000000000000' as EventId })]],
    ['a version that is no whole number', 'copy-1', [anEvent({ version: 1.5 })]],
    ["a stream of the server's own", '$all', events(1)],
    ['more than 1 MiB', 'copy-1', Array.from({ length: 11 }, () => anEvent({ sealed: new Uint8Array(100_000) }))],
  ])('takes no append of %s, and sends nothing', async (_, stream, some) => {
    const { log, server } = given()
    expect(await refusal(log, stream as StreamName, 'any', some)).toMatchObject({ _tag: 'InvalidAppend' })
    expect(server.written()).toEqual([])
  })

  it('takes 3000 events in one append', async () => {
    const log = await opened(given().server.connectionString(), usualSettings)
    const stream = aStream()
    const some = Array.from({ length: 3000 }, () => anEvent({ sealed: new Uint8Array(0) }))
    expect(await append(log, stream, 'none', some)).toMatchObject({ revision: 2999 })
    expect(idsOf(await wholeStream(log, stream))).toEqual(idsOf(some))
    await log.close()
  })

  it('leaves what another log of the process has under way alone when this one is closed', async () => {
    const { log, server } = given()
    const second = await opened(server.connectionString())
    const stream = aStream()
    const appending = Promise.all(Array.from({ length: 50 }, () => append(second, aStream(), 'none', events(1))))
    await log.close()
    expect(await appending).toHaveLength(50)
    expect(await append(second, stream, 'none', events(1))).toMatchObject({ revision: 0 })
    await second.close()
  })
})

import { either } from 'fp-ts'
import { defaultKurrentSettings } from '../../../../../adapters/stores/eventstore/kurrentdb/kurrent-settings'
import type { StreamName } from '../../../../../domain/event/stream'
import type { EventId } from '../../../../../domain/values/ids'
import {
  newEvent,
  appendOrThrow,
  newStream,
  newEvents,
  eventIds,
  appendRefusal,
  readWholeLog,
  readWholeStream,
} from '../../../../contract/event-store/event-store-steps'
import { describeKurrentLog, openTestLog, shortRetries } from './describe-kurrent-log'

describeKurrentLog('when events are appended', (underTest) => {
  it.each([
    'lost before it is written',
    'lost after it is written',
    'never answered',
    'answered twice',
    'answered without a position',
    'not the leader',
    'rejected because the server is busy',
  ] as const)('writes an append once and answers it when it is %s', async (fault) => {
    const { log, server } = underTest()
    const stream = newStream()
    server.faults.appends.push(fault)
    const appended = await appendOrThrow(log, stream, 'none', newEvents(3))
    expect(appended).toMatchObject({ revision: 2, repeated: false })
    expect((await readWholeStream(log, stream)).at(-1)?.position).toBe(appended.position)
    expect(await readWholeLog(log)).toHaveLength(3)
  })

  it('writes an append to any revision once when its answer is lost', async () => {
    const { log, server } = underTest()
    const stream = newStream()
    await appendOrThrow(log, stream, 'none', newEvents(1))
    server.faults.appends.push('lost after it is written')
    expect(await appendOrThrow(log, stream, 'any', newEvents(2))).toMatchObject({ revision: 2, repeated: false })
    expect(await readWholeStream(log, stream)).toHaveLength(3)
  })

  it('gives each append its own answer when answers come out of order', async () => {
    const { log, server } = underTest()
    server.faults.appends.push('answered after the next')
    const [one, two] = [newStream(), newStream()]
    const answers = await Promise.all([
      appendOrThrow(log, one, 'none', newEvents(1)),
      appendOrThrow(log, two, 'none', newEvents(3)),
    ])
    expect(answers.map(({ revision }) => revision)).toEqual([0, 2])
    for (const [at, stream] of [one, two].entries())
      expect((await readWholeStream(log, stream)).at(-1)?.position).toBe(answers[at]?.position)
  })

  it('writes each of 64 concurrent appends once when the calls break repeatedly', async () => {
    const { log, server } = underTest()
    const appends = Array.from({ length: 64 }, () => ({ stream: newStream(), some: newEvents(2) }))
    for (let at = 0; at < 6; at += 1)
      server.faults.appends.push('lost after it is written', 'lost before it is written', 'answered twice')
    const outcomes = await Promise.all(appends.map(({ stream, some }) => log.append(stream, 'none', some)()))
    expect(outcomes.every(either.isRight)).toBe(true)
    const ids = eventIds(await readWholeLog(log))
    expect([...ids].sort()).toEqual(appends.flatMap(({ some }) => eventIds(some)).sort())
  })

  it('answers that the store is unavailable when no answer comes, and a repeat finds what was written', async () => {
    const { server } = underTest()
    const log = await openTestLog(server.connectionString(), shortRetries)
    const [stream, some] = [newStream(), newEvents(1)]
    server.faults.appends.push(...Array<'never answered'>(20).fill('never answered'))
    expect(await appendRefusal(log, stream, 'none', some)).toMatchObject({ _tag: 'StoreUnavailable' })
    server.faults.appends.splice(0)
    expect(await appendOrThrow(log, stream, 'none', some)).toMatchObject({ revision: 0 })
    expect(await readWholeStream(log, stream)).toHaveLength(1)
    await log.close()
  })

  it('waits for a server that restarts soon', async () => {
    const { log, server } = underTest()
    server.stop()
    const appending = appendOrThrow(log, newStream(), 'none', newEvents(1))
    await new Promise((later) => setTimeout(later, 200))
    await server.start()
    expect(await appending).toMatchObject({ revision: 0, repeated: false })
  })

  it('answers StoreUnavailable without quoting the address while the server is unreachable', async () => {
    const { server } = underTest()
    const log = await openTestLog(server.connectionString(), shortRetries)
    server.stop()
    const error = await appendRefusal(log, newStream(), 'none', newEvents(1))
    expect(error).toMatchObject({ _tag: 'StoreUnavailable' })
    expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1/)
    expect(await log.health()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    await log.close()
  })

  it.each([
    ['an event without a type', 'copy-1', [newEvent({ type: '' })]],
    ["a type of the server's own", 'copy-1', [newEvent({ type: '$metadata' })]],
    ['an id of zeros', 'copy-1', [newEvent({ id: '00000000-0000-0000-0000-000000000000' as EventId })]],
    ['a version that is no whole number', 'copy-1', [newEvent({ version: 1.5 })]],
    ["a stream of the server's own", '$all', newEvents(1)],
    ['more than 1 MiB', 'copy-1', Array.from({ length: 11 }, () => newEvent({ sealed: new Uint8Array(100_000) }))],
  ])('refuses an append of %s, and sends nothing', async (_, stream, some) => {
    const { log, server } = underTest()
    expect(await appendRefusal(log, stream as StreamName, 'any', some)).toMatchObject({ _tag: 'InvalidAppend' })
    expect(server.written()).toEqual([])
  })

  it('appends 3000 events at once', async () => {
    const log = await openTestLog(underTest().server.connectionString(), defaultKurrentSettings)
    const stream = newStream()
    const some = Array.from({ length: 3000 }, () => newEvent({ sealed: new Uint8Array(0) }))
    expect(await appendOrThrow(log, stream, 'none', some)).toMatchObject({ revision: 2999 })
    expect(eventIds(await readWholeStream(log, stream))).toEqual(eventIds(some))
    await log.close()
  })

  it('can be closed without breaking the appends of another log of the process', async () => {
    const { log, server } = underTest()
    const second = await openTestLog(server.connectionString())
    const stream = newStream()
    const appending = Promise.all(
      Array.from({ length: 50 }, () => appendOrThrow(second, newStream(), 'none', newEvents(1))),
    )
    await log.close()
    expect(await appending).toHaveLength(50)
    expect(await appendOrThrow(second, stream, 'none', newEvents(1))).toMatchObject({ revision: 0 })
    await second.close()
  })
})

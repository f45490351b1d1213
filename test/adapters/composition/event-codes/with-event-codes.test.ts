import * as E from 'fp-ts/Either'
import { findLogsWithChangedEventsWithoutCode } from '../../../../adapters/composition/event-codes/find-logs-with-changed-events-without-code'
import { withEventCodes } from '../../../../adapters/composition/event-codes/with-event-codes'
import type { PrimaryStores } from '../../../../adapters/composition/stores/primary-stores'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import type { EventPage, EventStore, Position, RecordedEvent } from '../../../../domain/ports/event-store'
import { appendOrThrow, newEvent, newStream, readWholeLog } from '../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { sharedMemoryStores } from '../../../fixtures/shared-memory-stores'

const olderEvent = () => newEvent({ code: undefined })

/** Stores in memory whose log of circulation has so many events without code. */
const storesWithOlderEvents = async (count: number): Promise<PrimaryStores> => {
  const stores = sharedMemoryStores().storesOf('one')
  for (let event = 0; event < count; event += 1)
    await appendOrThrow(stores.logs.circulation, newStream(), 'none', [olderEvent()])
  return stores
}

const open = async (stores: PrimaryStores): Promise<PrimaryStores> => rightOrThrow(await withEventCodes(stores)())

const faultsOf = async ({ logs }: PrimaryStores): Promise<ReadonlyArray<string | undefined>> =>
  (await readWholeLog(logs.circulation)).map(({ codeFault }) => codeFault)

/** The log with each of its events changed as it is read. */
const changedLog = (log: EventStore, change: (event: RecordedEvent) => RecordedEvent): EventStore => ({
  ...log,
  head: async () => {
    const last = (await readWholeLog(log)).at(-1)
    return last && change(last).position
  },
  readAll: async function* (read): AsyncGenerator<EventPage> {
    for await (const page of log.readAll(read)) yield page.map(change)
  },
})

const withCirculation = (stores: PrimaryStores, circulation: EventStore): PrimaryStores => ({
  ...stores,
  logs: { ...stores.logs, circulation },
})

/** Positions as KurrentDB gives them: of 20 digits, with gaps. */
const asOnKurrent = (event: RecordedEvent): RecordedEvent => ({
  ...event,
  position: (Number(event.position) * 137).toString().padStart(20, '0') as Position,
})

const changeSecond = (event: RecordedEvent): RecordedEvent =>
  Number(event.position) === 2 ? { ...event, recorded: '2026-01-01' } : event

describe('a library whose events are older than the codes', () => {
  it('has no fault, at the first opening and later, and gets codes for new events', async () => {
    const stores = await storesWithOlderEvents(3)
    const first = await open(stores)
    await appendOrThrow(first.logs.circulation, newStream(), 'none', [olderEvent(), olderEvent()])
    const again = await open(stores)
    expect(await faultsOf(again)).toEqual(Array.from({ length: 5 }, () => undefined))
    expect((await readWholeLog(stores.logs.circulation)).map(({ code }) => code?.length)).toEqual([
      ...Array.from({ length: 3 }, () => undefined),
      ...[33, 33],
    ])
    expect(again.warnings).toEqual([])
  })

  it('has a fault in each event without code that comes afterwards, also in a log that was empty', async () => {
    const stores = await storesWithOlderEvents(1)
    await open(stores)
    for (const log of [stores.logs.circulation, stores.logs.persons])
      await appendOrThrow(log, newStream(), 'none', [olderEvent()])
    const again = await open(stores)
    expect(await faultsOf(again)).toEqual([undefined, 'missing'])
    expect((await readWholeLog(again.logs.persons)).map(({ codeFault }) => codeFault)).toEqual(['missing'])
  })

  it('is not opened with a ring from before the codes once it has events with codes', async () => {
    const stores = await storesWithOlderEvents(1)
    const { logs } = await open(stores)
    await appendOrThrow(logs.circulation, newStream(), 'none', [olderEvent()])
    const { ring } = sharedMemoryStores().storesOf('another')
    expect(await withEventCodes({ ...stores, ring })()).toMatchObject(
      E.left({ _tag: 'Unavailable', reason: expect.stringContaining('event-codes.json') as string }),
    )
    expect(ring.eventCodes.current()).toBeUndefined()
  })

  it.each<readonly [string, (log: EventStore) => EventStore]>([
    ['changed', (log) => changedLog(log, changeSecond)],
    ['removed', () => openMemoryLog().events],
  ])('warns when one of them was %s, and names the log', async (_how, harm) => {
    const stores = await storesWithOlderEvents(3)
    await open(stores)
    const harmed = withCirculation(stores, harm(stores.logs.circulation))
    expect((await open(harmed)).warnings).toEqual(['OlderEventsChanged'])
    expect(await findLogsWithChangedEventsWithoutCode(harmed.logs, stores.ring.eventCodes.current())).toEqual([
      'circulation',
    ])
    expect(await findLogsWithChangedEventsWithoutCode(stores.logs, stores.ring.eventCodes.current())).toEqual([])
  })

  it('keeps their statement when it is moved to a store with other positions', async () => {
    const stores = await storesWithOlderEvents(3)
    await open(stores)
    const moved = withCirculation(stores, changedLog(stores.logs.circulation, asOnKurrent))
    expect(await faultsOf(await open(moved))).toEqual([undefined, undefined, undefined])
    await appendOrThrow(stores.logs.circulation, newStream(), 'none', [olderEvent()])
    expect(await faultsOf(await open(moved))).toEqual([undefined, undefined, undefined, 'missing'])
    expect(await faultsOf(await open(stores))).toEqual([undefined, undefined, undefined, 'missing'])
  })

  it('is not opened in a store with other events', async () => {
    const stores = await storesWithOlderEvents(3)
    await open(stores)
    const moved = changedLog(changedLog(stores.logs.circulation, changeSecond), asOnKurrent)
    expect(await withEventCodes(withCirculation(stores, moved))()).toMatchObject(E.left({ _tag: 'Unavailable' }))
  })
})

describe('a log with codes', () => {
  it('takes no append at any revision: the code names the revision', async () => {
    const { logs } = await open(await storesWithOlderEvents(0))
    expect(await logs.circulation.append(newStream(), 'any', [olderEvent()])()).toMatchObject(
      E.left({ _tag: 'InvalidAppend' }),
    )
  })

  it('answers a repeated append with its first result', async () => {
    const { logs } = await open(await storesWithOlderEvents(0))
    const [stream, event] = [newStream(), olderEvent()]
    const first = await appendOrThrow(logs.circulation, stream, 'none', [event])
    expect(await appendOrThrow(logs.circulation, stream, 'none', [event])).toEqual({ ...first, repeated: true })
  })

  it('checks what subscriptions and streams read', async () => {
    const stores = await storesWithOlderEvents(0)
    const { logs } = await open(stores)
    const stream = newStream()
    await appendOrThrow(logs.circulation, stream, 'none', [olderEvent()])
    await appendOrThrow(stores.logs.circulation, stream, 0, [newEvent()])
    const subscription = logs.circulation.subscribe({})
    for await (const page of subscription.pages) {
      expect(page.map(({ codeFault }) => codeFault)).toEqual([undefined, 'mismatch'])
      subscription.close()
    }
    for await (const page of logs.circulation.readStream(stream, { direction: 'backwards' }))
      expect(page.map(({ codeFault }) => codeFault)).toEqual(['mismatch', undefined])
    expect.assertions(2)
  })
})

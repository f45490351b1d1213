import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { openSqliteLog } from '../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { LoanStarted } from '../../domain/copy/events/loan-started'
import { streamNameOf, type StreamName } from '../../domain/event/stream'
import type { EventId } from '../../domain/values/ids'
import type { EventStore, ExpectedRevision, StoredEvent } from '../../domain/ports/event-store'
import { openBareLog, type BareLog } from './bare-log'
import { measureSideBySide, type Measurement } from './measure-side-by-side'
import type { Stopwatch } from './stopwatch'

const open = JSON.stringify({
  branch: 'DK-785100',
  copy: '3274626533',
  lentOn: '2026-11-22',
  loan: randomUUID(),
  statistics: randomUUID(),
  title: '52557240',
})

/** Ids are created beforehand, for the bare log as well. */
const ids = Array.from({ length: 4096 }, () => randomUUID() as EventId)
let idsUsed = 0

/** An event of 320 bytes, open and sealed part together. */
const event = (): StoredEvent => ({
  id: ids[idsUsed++ % ids.length]!,
  type: LoanStarted.type,
  version: LoanStarted.version,
  recorded: '2026-11-22',
  open,
  sealed,
})
const sealed = randomBytes(320 - open.length)

const oneEvent = () => [event()]
const tenEvents = () => Array.from({ length: 10 }, event)

/** A caller that appends to its own streams round robin, each time at the exact revision. */
interface Caller {
  readonly append: () => Promise<void>
}

const createCaller = (
  store: EventStore,
  streams: ReadonlyArray<StreamName>,
  newEvents: () => ReadonlyArray<StoredEvent>,
): Caller => {
  const ends = streams.map((stream): { stream: StreamName; end: ExpectedRevision } => ({ stream, end: 'none' }))
  let turn = 0
  return {
    append: async () => {
      const at = ends[turn++ % ends.length]
      if (at === undefined) throw new Error('a caller needs a stream')
      const appended = await store.append(at.stream, at.end, newEvents())()
      if (either.isLeft(appended)) throw new Error(appended.left._tag)
      at.end = appended.right.revision
    },
  }
}

const copyStreams = (first: number, count: number): ReadonlyArray<StreamName> =>
  Array.from({ length: count }, (_, at) => streamNameOf('copy')(String(3_000_000_000 + first + at)))

const repeat = (times: number, act: () => void): void => {
  for (let at = 0; at < times; at += 1) act()
}

const repeatSequentially = async (times: number, act: () => Promise<void>): Promise<void> => {
  for (let at = 0; at < times; at += 1) await act()
}

/** How a measurement runs. */
export interface MeasureOptions {
  /** Undefined: the default of the measurement. */
  readonly rounds?: number
  /** The size of a round, as a share of the usual size. */
  readonly share?: number
  readonly stopwatch?: Stopwatch
}

/** Measures with files in a folder. */
type Measure = (folder: string, options?: MeasureOptions) => Promise<Measurement>

interface OwnAndBareStore {
  readonly store: EventStore
  readonly bare: BareLog
}

const withOwnAndBareStore =
  (folder: string, streams: number) =>
  async <A>(measure: (stores: OwnAndBareStore) => Promise<A>): Promise<A> => {
    const name = randomUUID()
    const log = openSqliteLog(join(folder, `${name}.db`))
    if (either.isLeft(log)) throw new Error(log.left.reason)
    const bare = openBareLog(join(folder, `${name}-bare.db`), streams, event())
    const store = log.right.events
    try {
      return await measure({ store, bare })
    } finally {
      await store.close()
      bare.close()
    }
  }

/** B1: one caller appends one durable event at a time. */
export const measureSingleAppends: Measure = (folder, { rounds = 9, share = 1, stopwatch } = {}) =>
  withOwnAndBareStore(
    folder,
    1024,
  )(({ store, bare }) => {
    const single = createCaller(store, copyStreams(0, 1024), oneEvent)
    const events = 1000 * share
    return measureSideBySide(
      'B1 append one event, one caller',
      rounds,
      { events, run: () => repeatSequentially(events, single.append) },
      { events, run: () => repeat(events, () => bare.insert(1)) },
      stopwatch,
    )
  })

/** B2: 64 callers append one event at a time, against bare inserts of 100 events a transaction. */
export const measureConcurrentAppends: Measure = (folder, { rounds = 9, share = 1, stopwatch } = {}) =>
  withOwnAndBareStore(
    folder,
    1024,
  )(({ store, bare }) => {
    const callers = Array.from({ length: 64 }, (_, at) => createCaller(store, copyStreams(16 * at, 16), oneEvent))
    const events = 12_800 * share
    return measureSideBySide(
      'B2 append one event, 64 callers',
      rounds,
      {
        events,
        run: async () => {
          await Promise.all(callers.map(({ append }) => repeatSequentially(events / callers.length, append)))
        },
      },
      { events, run: () => repeat(events / 100, () => bare.insert(100)) },
      stopwatch,
    )
  })

/** B3: one caller appends ten events at a time, against bare inserts of ten events a transaction into one stream. */
export const measureAppendsOfTen: Measure = (folder, { rounds = 9, share = 1, stopwatch } = {}) =>
  withOwnAndBareStore(
    folder,
    1024,
  )(({ store, bare }) => {
    const single = createCaller(store, copyStreams(0, 1024), tenEvents)
    const events = 10_000 * share
    return measureSideBySide(
      'B3 append ten events, one caller',
      rounds,
      { events, run: () => repeatSequentially(events / 10, single.append) },
      { events, run: () => repeat(events / 10, () => bare.insertInOneStream(10)) },
      stopwatch,
    )
  })

const readAndDecode = async (store: EventStore): Promise<number> => {
  let read = 0
  for await (const page of store.readAll({}))
    for (const recorded of page) if (LoanStarted.openCodec.is(JSON.parse(recorded.open))) read += 1
  return read
}

const expectAll = (read: number, events: number): void => {
  if (read !== events) throw new Error(`read ${read} of ${events} events`)
}

/** B4: reads the whole log, parses and checks every open part, against a bare read and parse. */
export const measureReadingAll: Measure = (folder, { rounds = 7, share = 1, stopwatch } = {}) =>
  withOwnAndBareStore(
    folder,
    1000,
  )(async ({ store, bare }) => {
    const events = 100_000 * share
    const writer = createCaller(store, copyStreams(0, 1024), tenEvents)
    await repeatSequentially(events / 10, writer.append)
    repeat(events / 100, () => bare.insert(100))
    return measureSideBySide(
      'B4 read all and decode',
      rounds,
      { events, run: async () => expectAll(await readAndDecode(store), events) },
      { events, run: () => expectAll(bare.readAll(), events) },
      stopwatch,
    )
  })

/** B1 to B4 of the bars. */
export const eventStoreMeasures: Readonly<Record<string, Measure>> = {
  B1: measureSingleAppends,
  B2: measureConcurrentAppends,
  B3: measureAppendsOfTen,
  B4: measureReadingAll,
}

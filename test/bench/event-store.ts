import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { openSqliteLog } from '../../adapters/stores/eventstore/sqlite/store'
import { LoanStarted } from '../../domain/copy/events/loan-started'
import { streamOf, type StreamName } from '../../domain/event/stream'
import type { EventId } from '../../domain/values/ids'
import type { EventStore, Expected, StoredEvent } from '../../domain/ports/event-store'
import { bareLog, type BareLog } from './bare-log'
import { sideBySide, type Measured } from './measured'

const open = JSON.stringify({
  branch: 'DK-785100',
  copy: '3274626533',
  lentOn: '2026-11-22',
  loan: randomUUID(),
  statistics: randomUUID(),
  title: '52557240',
})

/** Ids are made beforehand, for the bare log as well. */
const ids = Array.from({ length: 4096 }, () => randomUUID() as EventId)
let made = 0

/** An event of 320 bytes, open and sealed part together. */
const event = (): StoredEvent => ({
  id: ids[made++ % ids.length]!,
  type: LoanStarted.type,
  version: LoanStarted.version,
  recorded: '2026-11-22',
  open,
  sealed,
})
const sealed = randomBytes(320 - open.length)

const one = () => [event()]
const ten = () => Array.from({ length: 10 }, event)

/** A caller appends to its own streams in turn, each at the exact revision it knows. */
interface Caller {
  readonly append: () => Promise<void>
}

const caller = (
  store: EventStore,
  streams: ReadonlyArray<StreamName>,
  given: () => ReadonlyArray<StoredEvent>,
): Caller => {
  const ends = streams.map((stream): { stream: StreamName; end: Expected } => ({ stream, end: 'none' }))
  let turn = 0
  return {
    append: async () => {
      const at = ends[turn++ % ends.length]
      if (at === undefined) throw new Error('a caller needs a stream')
      const appended = await store.append(at.stream, at.end, given())()
      if (either.isLeft(appended)) throw new Error(appended.left._tag)
      at.end = appended.right.revision
    },
  }
}

const copies = (first: number, count: number): ReadonlyArray<StreamName> =>
  Array.from({ length: count }, (_, at) => streamOf('copy')(String(3_000_000_000 + first + at)))

const repeatedly = (times: number, act: () => void): void => {
  for (let at = 0; at < times; at += 1) act()
}

const repeatedlyInTurn = async (times: number, act: () => Promise<void>): Promise<void> => {
  for (let at = 0; at < times; at += 1) await act()
}

/** A measure makes its files in a folder, and runs so many rounds. */
type Measure = (folder: string, rounds?: number) => Promise<Measured>

interface Stores {
  readonly store: EventStore
  readonly bare: BareLog
}

const withStores =
  (folder: string, streams: number) =>
  async <A>(measure: (stores: Stores) => Promise<A>): Promise<A> => {
    const name = randomUUID()
    const log = openSqliteLog(join(folder, `${name}.db`))
    if (either.isLeft(log)) throw new Error(log.left.reason)
    const bare = bareLog(join(folder, `${name}-bare.db`), streams, event())
    const store = log.right.events
    try {
      return await measure({ store, bare })
    } finally {
      await store.close()
      bare.close()
    }
  }

/** B1: one caller, one event at a time, durable. */
export const appendOne: Measure = (folder, rounds = 9) =>
  withStores(
    folder,
    1024,
  )(({ store, bare }) => {
    const single = caller(store, copies(0, 1024), one)
    return sideBySide(
      'B1 append one event, one caller',
      rounds,
      { events: 1000, run: () => repeatedlyInTurn(1000, single.append) },
      { events: 1000, run: () => repeatedly(1000, () => bare.insert(1)) },
    )
  })

/** B2: 64 callers, each waiting for its own answer, against bare inserts 100 a transaction. */
export const appendTogether: Measure = (folder, rounds = 9) =>
  withStores(
    folder,
    1024,
  )(({ store, bare }) => {
    const callers = Array.from({ length: 64 }, (_, at) => caller(store, copies(16 * at, 16), one))
    return sideBySide(
      'B2 append one event, 64 callers',
      rounds,
      {
        events: 12_800,
        run: async () => {
          await Promise.all(callers.map(({ append }) => repeatedlyInTurn(200, append)))
        },
      },
      { events: 12_800, run: () => repeatedly(128, () => bare.insert(100)) },
    )
  })

/** B3: one caller, ten events at a time, against bare inserts 10 a transaction, each ten in one stream. */
export const appendTen: Measure = (folder, rounds = 9) =>
  withStores(
    folder,
    1024,
  )(({ store, bare }) => {
    const single = caller(store, copies(0, 1024), ten)
    return sideBySide(
      'B3 append ten events, one caller',
      rounds,
      { events: 10_000, run: () => repeatedlyInTurn(1000, single.append) },
      { events: 10_000, run: () => repeatedly(1000, () => bare.insertInOneStream(10)) },
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

/** B4: read the whole log, parse and check every open part, against a bare read and parse. */
export const readAndDecodeAll: Measure = (folder, rounds = 7) =>
  withStores(
    folder,
    1000,
  )(async ({ store, bare }) => {
    const events = 100_000
    const writer = caller(store, copies(0, 1024), ten)
    await repeatedlyInTurn(events / 10, writer.append)
    repeatedly(events / 100, () => bare.insert(100))
    return sideBySide(
      'B4 read all and decode',
      rounds,
      { events, run: async () => expectAll(await readAndDecode(store), events) },
      { events, run: () => expectAll(bare.readAll(), events) },
    )
  })

/** B1 to B4 of the bars. */
export const eventStoreMeasures: Readonly<Record<string, Measure>> = {
  B1: appendOne,
  B2: appendTogether,
  B3: appendTen,
  B4: readAndDecodeAll,
}

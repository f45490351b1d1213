import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/Either'
import type { EventLogFile } from '../../../../../adapters/stores/eventstore/sqlite/event-log-file'
import {
  encodeAppendRequestForWriter,
  type LogProtocol,
} from '../../../../../adapters/stores/eventstore/sqlite/log-writer-protocol'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { openDurableDatabase } from '../../../../../adapters/stores/sqlite/open-sqlite-database'
import { eventLogSqliteSettings } from '../../../../../adapters/stores/sqlite/sqlite-settings'
import { startThread } from '../../../../../adapters/stores/sqlite/writer-thread/start-thread'
import { startWriterThread } from '../../../../../adapters/stores/sqlite/writer-thread/start-writer-thread'
import {
  appendOrThrow,
  newStream,
  newEvents,
  eventIds,
  readWholeLog,
} from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-thread-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `${String((files += 1))}.db`)

const logThreads = join(__dirname, '../../../../../adapters/stores/eventstore/sqlite')

/** The thread that writes a log, with a limit of waiting requests. */
const threadFor = (file: string, maxRequests?: number) => {
  let thread: ReturnType<typeof startThread> | undefined
  const writer = startWriterThread<EventLogFile, LogProtocol>(
    (setup) =>
      (thread = startThread(logThreads, 'event-log-writer-thread', { workerData: setup, transferList: [setup.port] })),
    { file, settings: eventLogSqliteSettings },
    maxRequests,
  )
  return { writer, end: () => thread!.terminate() }
}

const newLogFile = async (): Promise<string> => {
  const file = newFile()
  await rightOrThrow(openSqliteLog(file)).events.close()
  return file
}

describe('a thread that writes a file', () => {
  it('synchronises fully at every commit', () => {
    const db = rightOrThrow(openDurableDatabase(eventLogSqliteSettings)(newFile()))
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  })

  it('answers each request with the reason when it cannot open the file', async () => {
    const { writer } = threadFor(join(folder, 'nowhere', 'log.db'))
    const answers = await Promise.all([1, 2].map(() => writer.submit('health', () => undefined)))
    for (const answer of answers) expect(answer).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    await writer.close()
  })

  it('is busy while the most allowed requests wait', async () => {
    const { writer } = threadFor(await newLogFile(), 3)
    const requested = [1, 2, 3].map(() => {
      expect(writer.isBusy()).toBe(false)
      return writer.submit('health', () => undefined)
    })
    expect(writer.isBusy()).toBe(true)
    await Promise.all(requested)
    expect(writer.isBusy()).toBe(false)
    await writer.close()
  })

  it('answers pending requests when it is closed, and refuses further requests', async () => {
    const { writer } = threadFor(await newLogFile())
    const stream = newStream()
    const requested = writer.submit('append', encodeAppendRequestForWriter(stream, 'none', newEvents(2)))
    const closing = writer.close()
    expect(await requested).toEqual({ _tag: 'Right', right: [1, 2, false] })
    expect(await writer.submit('health', () => undefined)).toMatchObject({ left: { reason: 'the store is closed' } })
    await closing
  })

  it('answers all requests when it ends, and says that they may have been written', async () => {
    const { writer, end } = threadFor(await newLogFile())
    const requested = Array.from({ length: 20 }, () =>
      writer.submit('append', encodeAppendRequestForWriter(newStream(), 'none', newEvents(1))),
    )
    await end()
    for (const answer of await Promise.all(requested))
      expect(E.isRight(answer) || answer.left.reason.includes('may have been written')).toBe(true)
    expect(await writer.submit('health', () => undefined)).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    await writer.close()
  })
})

describe('a log that another thread writes', () => {
  it('lets a caller read its append as soon as it is answered, also with many callers', async () => {
    const log = rightOrThrow(openSqliteLog(newFile())).events
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        const stream = newStream()
        for (let at = 0; at < 10; at += 1) {
          const [given] = [newEvents(1)]
          await appendOrThrow(log, stream, at === 0 ? 'none' : at - 1, given)
          const found: string[] = []
          for await (const page of log.readStream(stream, { direction: 'backwards', limit: 1 }))
            found.push(...eventIds(page))
          expect(found).toEqual(eventIds(given))
        }
      }),
    )
    expect(await readWholeLog(log)).toHaveLength(400)
    await log.close()
  })
})

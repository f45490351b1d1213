import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/Either'
import type { LogFile } from '../../../../../adapters/stores/eventstore/sqlite/log-file'
import { appendRequest, type LogProtocol } from '../../../../../adapters/stores/eventstore/sqlite/log-request'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/store'
import { openTruth } from '../../../../../adapters/stores/sqlite/open'
import { forLog } from '../../../../../adapters/stores/sqlite/settings'
import { startThread } from '../../../../../adapters/stores/sqlite/writer-thread/start-thread'
import { writerThread } from '../../../../../adapters/stores/sqlite/writer-thread/writer-thread'
import { append, aStream, events, idsOf, wholeLog } from '../../../../contract/event-store/given'
import { right } from '../../../../fixtures/right'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-thread-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const aFile = () => join(folder, `${String((files += 1))}.db`)

const logThreads = join(__dirname, '../../../../../adapters/stores/eventstore/sqlite')

/** The thread that writes a log, with at most so many requests waiting. */
const threadFor = (file: string, most?: number) => {
  let thread: ReturnType<typeof startThread> | undefined
  const writer = writerThread<LogFile, LogProtocol>(
    (setUp) => (thread = startThread(logThreads, 'log-thread', { workerData: setUp, transferList: [setUp.port] })),
    { file, settings: forLog },
    most,
  )
  return { writer, end: () => thread!.terminate() }
}

const madeLog = async (): Promise<string> => {
  const file = aFile()
  await right(openSqliteLog(file)).events.close()
  return file
}

describe('a thread that writes a file', () => {
  it('is durable: it synchronises in full at every commit', () => {
    const db = right(openTruth(forLog)(aFile()))
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  })

  it('says why, to everybody who asks, when it cannot open the file', async () => {
    const { writer } = threadFor(join(folder, 'nowhere', 'log.db'))
    const answers = await Promise.all([1, 2].map(() => writer.submit('health', () => undefined)))
    for (const answer of answers) expect(answer).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    await writer.close()
  })

  it('is busy from the moment that as many requests wait as may, until they are answered', async () => {
    const { writer } = threadFor(await madeLog(), 3)
    const asked = [1, 2, 3].map(() => {
      expect(writer.isBusy()).toBe(false)
      return writer.submit('health', () => undefined)
    })
    expect(writer.isBusy()).toBe(true)
    await Promise.all(asked)
    expect(writer.isBusy()).toBe(false)
    await writer.close()
  })

  it('answers what it was asked before it is closed, and takes nothing more', async () => {
    const { writer } = threadFor(await madeLog())
    const stream = aStream()
    const asked = writer.submit('append', appendRequest(stream, 'none', events(2)))
    const closing = writer.close()
    expect(await asked).toMatchObject({ right: { right: { revision: 1 } } })
    expect(await writer.submit('health', () => undefined)).toMatchObject({ left: { reason: 'the store is closed' } })
    await closing
  })

  it('leaves nobody waiting when it ends, and says that what was asked may have been written', async () => {
    const { writer, end } = threadFor(await madeLog())
    const asked = Array.from({ length: 20 }, () => writer.submit('append', appendRequest(aStream(), 'none', events(1))))
    await end()
    for (const answer of await Promise.all(asked))
      expect(E.isRight(answer) || answer.left.reason.includes('may have been written')).toBe(true)
    expect(await writer.submit('health', () => undefined)).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    await writer.close()
  })
})

describe('a log whose writer is elsewhere', () => {
  it('lets the caller read what was appended as soon as it is answered, however many append', async () => {
    const log = right(openSqliteLog(aFile())).events
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        const stream = aStream()
        for (let at = 0; at < 10; at += 1) {
          const [given] = [events(1)]
          await append(log, stream, at === 0 ? 'none' : at - 1, given)
          const found: string[] = []
          for await (const page of log.readStream(stream, { direction: 'backwards', limit: 1 }))
            found.push(...idsOf(page))
          expect(found).toEqual(idsOf(given))
        }
      }),
    )
    expect(await wholeLog(log)).toHaveLength(400)
    await log.close()
  })
})

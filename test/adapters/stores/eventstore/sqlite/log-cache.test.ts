import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNewestEventsCache } from '../../../../../adapters/stores/eventstore/sqlite/newest-events-cache'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { positionOfSequence } from '../../../../../adapters/stores/eventstore/sequence-position'
import type { EventStore, RecentEvents, RecordedEvent } from '../../../../../domain/ports/event-store'
import {
  appendOrThrow,
  newEvents,
  newStream,
  readWholeLog,
  readWholeStream,
} from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-memory-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const newFile = () => join(folder, `${String((files += 1))}.db`)

const openLog = (file: string): EventStore & { readonly recent: RecentEvents } => {
  const { recent, ...store } = rightOrThrow(openSqliteLog(file)).events
  if (recent === undefined) throw new Error('the log has no recent events')
  return { ...store, recent }
}

describe('what is in memory of a log', () => {
  it('is what the file has', async () => {
    const log = openLog(newFile())
    const stream = newStream()
    expect([log.recent.head(), log.recent.after('')]).toEqual(['', []])
    await appendOrThrow(log, stream, 'none', newEvents(3))
    await appendOrThrow(log, stream, 2, newEvents(2))
    expect(log.recent.after('')?.map(({ id, revision, position }) => ({ id, revision, position }))).toEqual(
      (await readWholeLog(log)).map(({ id, revision, position }) => ({ id, revision, position })),
    )
    expect(log.recent.after(positionOfSequence(4))).toHaveLength(1)
    expect(log.recent.after(positionOfSequence(5))).toEqual([])
    expect([log.recent.head(), log.recent.endOf(stream)]).toEqual([positionOfSequence(5), 4])
    await log.close()
  })

  it('starts with the end of the log, without its events', async () => {
    const file = newFile()
    const stream = newStream()
    const before = openLog(file)
    await appendOrThrow(before, stream, 'none', newEvents(2))
    await before.close()
    const log = openLog(file)
    expect(log.recent.head()).toBe(positionOfSequence(2))
    expect([log.recent.after(''), log.recent.after(positionOfSequence(2))]).toEqual([undefined, []])
    expect(log.recent.endOf(stream)).toBeUndefined()
    await readWholeStream(log, stream)
    expect(log.recent.endOf(stream)).toBe(1)
    await log.close()
  })

  it('is not changed by a repeated append: the stream ends where it ended', async () => {
    const file = newFile()
    const stream = newStream()
    const events = newEvents(2)
    const before = openLog(file)
    await appendOrThrow(before, stream, 'none', events)
    await appendOrThrow(before, stream, 1, newEvents(3))
    await before.close()
    const log = openLog(file)
    expect(await appendOrThrow(log, stream, 'none', events)).toMatchObject({ revision: 1, repeated: true })
    expect(log.recent.head()).toBe(positionOfSequence(5))
    const later: RecordedEvent[] = []
    for await (const page of log.readStream(stream, { direction: 'forwards', from: 2 })) later.push(...page)
    expect(later).toHaveLength(3)
    await log.close()
  })

  it('is bounded: the oldest events leave it', () => {
    const memory = createNewestEventsCache(1000)
    const event = (at: number): RecordedEvent => ({
      ...{ id: newEvents(1)[0]!.id, type: 'CopySent', version: 1, recorded: '2026-11-22', open: '{}' },
      ...{ sealed: new Uint8Array(98), stream: newStream(), revision: at, position: positionOfSequence(at) },
    })
    for (let at = 1; at <= 20; at += 1) memory.add(at, [event(at)])
    expect(memory.after(0, 20)).toBeUndefined()
    expect(memory.after(18, 2)).toHaveLength(2)
    expect(memory.after(18, 3)).toBeUndefined()
  })
})

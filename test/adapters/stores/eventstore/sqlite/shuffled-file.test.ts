import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { createProjectorGroup, type Projector } from '../../../../../adapters/processes/projectors/projector-group'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import type { SealedEvent } from '../../../../../domain/command-handling/open-event'
import { streamNameOf } from '../../../../../domain/event/stream'
import type { EventPage, EventStore, Position } from '../../../../../domain/ports/event-store'
import { openMemoryLog } from '../../../../../adapters/stores/eventstore/memory/open-memory-log'
import { appendOrThrow, collectPages, newEvents } from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const withLog = async (use: (log: EventStore, file: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-log-'))
  const file = path.join(folder, 'persons.db')
  const { events } = rightOrThrow(openSqliteLog(file))
  try {
    await use(events, file)
  } finally {
    await events.close()
    rmSync(folder, { recursive: true })
  }
}

/** Appends the first event of so many borrowers, and closes the month; answers the streams and the position of the closing. */
const addMonth = async (log: EventStore, borrowers: number) => {
  const streams = Array.from({ length: borrowers }, () => streamNameOf('borrower')(randomUUID()))
  for (let at = 0; at < borrowers; at += 250)
    await Promise.all(streams.slice(at, at + 250).map((stream) => appendOrThrow(log, stream, 'none', newEvents(1))))
  const { position } = await appendOrThrow(log, streamNameOf('month')(randomUUID()), 'none', newEvents(1))
  await appendOrThrow(log, streamNameOf('borrower')(randomUUID()), 'none', newEvents(1))
  return { streams, closing: position }
}

const shuffle = (log: EventStore, after: Position | undefined, before: Position) =>
  log.shuffling!.shuffle({ after, before, closings: [], fixed: [] })()

const countIn = (content: Buffer, text: string): number => content.toString('latin1').split(text).length - 1

describe('the file of a log whose month was shuffled', () => {
  it('has each name of a stream in the table and in its index, and nowhere else', () =>
    withLog(async (log, file) => {
      const first = await addMonth(log, 3000)
      rightOrThrow(await shuffle(log, undefined, first.closing))
      const second = await addMonth(log, 750)
      rightOrThrow(await shuffle(log, first.closing, second.closing))
      const content = readFileSync(file)
      const elsewhere = second.streams.filter((stream) => countIn(content, stream) !== 2)
      expect(elsewhere).toEqual([])
    }))

  it('has an empty write-ahead log as soon as no read is open any more', () =>
    withLog(async (log, file) => {
      const { closing } = await addMonth(log, 50)
      const reader = new Database(file)
      reader.exec('BEGIN; SELECT count(*) FROM events')
      reader.prepare('SELECT count(*) FROM events').get()
      expect(await shuffle(log, undefined, closing)).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      expect(await log.shuffling!.shuffledBefore()).toBe(closing)
      reader.exec('COMMIT')
      reader.close()
      expect(await log.shuffling!.removeEarlierOrder!()).toEqual(E.right(undefined))
      expect(statSync(`${file}-wal`).size).toBe(0)
    }))

  it('tells of each page which shuffle came before it was read', () =>
    withLog(async (log) => {
      const { closing } = await addMonth(log, 5)
      const [before] = await collectPages(log.readAll({}))
      rightOrThrow(await shuffle(log, undefined, closing))
      const [after] = await collectPages(log.readAll({}))
      const timesOf = (page: EventPage | undefined) => log.shuffling!.lastNoticed!(page ?? [])?.times
      expect([timesOf(before), timesOf(after)]).toEqual([0, 1])
    }))

  it('is not read on by projectors that had read a part of the month', () =>
    withLog(async (log) => {
      const { closing } = await addMonth(log, 200)
      let at: Position | undefined
      let toRead = 100
      const projector: Projector = {
        name: 'a copy of read models',
        checkpoint: (name) => (name === 'persons' ? at : undefined),
        project: (_log, events) => () => {
          const taken = events.slice(0, toRead)
          toRead -= taken.length
          at = taken.at(-1)?.stored.position ?? at
          return Promise.resolve(toRead > 0 ? E.right(undefined) : E.left({ _tag: 'Unavailable', reason: 'stopped' }))
        },
      }
      const decode = () => (stored: SealedEvent['stored']) =>
        E.right({ log: 'persons', stored, open: {}, parts: [] } as object as SealedEvent)
      const group = createProjectorGroup({ circulation: openMemoryLog().events, persons: log }, decode, [projector])
      expect(await group.catchUp()).toMatchObject({ left: { reason: 'stopped' } })
      rightOrThrow(await shuffle(log, undefined, closing))
      toRead = Infinity
      const refusal = { _tag: 'Unavailable', reason: expect.stringContaining('another order') as string }
      expect(await group.catchUp()).toMatchObject({ left: refusal })
    }))
})

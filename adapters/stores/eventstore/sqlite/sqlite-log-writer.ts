import * as either from 'fp-ts/Either'
import type { StreamName } from '../../../../domain/event/stream'
import type { ExpectedRevision, StoredEvent } from '../../../../domain/ports/event-store'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { decideAppend } from '../decide-append'
import { throwableStoreError } from '../../throwable-store-error'
import { isSequenceNumber, sequenceOfPosition } from '../sequence-position'
import type { SentAppendAnswer, SentAppendResult } from './log-writer-protocol'
import type { StreamIndexCheck } from './stream-index-check'
import type { StreamHead } from './stream-head-reader'
import type { StreamHeads } from './stream-head-cache'
import { appendCheckReader } from './append-check-reader'

/** Writes within the transaction of a group commit. A refused append has written nothing. */
interface SqliteLogWriter {
  readonly append: (
    stream: StreamName,
    expected: ExpectedRevision,
    events: ReadonlyArray<StoredEvent>,
  ) => SentAppendAnswer
  readonly writeCheckpoint: (reactor: string, sequence: number) => void
}

type EventRow = [number, number, number, string, string, number, string, string, Uint8Array, Uint8Array | null]

/** SQLite would give a position after the highest one in the table, also after one that is out of range. */
const insertEventSql = `INSERT INTO events (position, stream, revision, id, type, version, recorded, open, sealed, code)
  VALUES (?, ?, ?, unhex(?, '-'), ?, ?, ?, ?, ?, ?)`

const noPositionLeft = throwableStoreError({
  _tag: 'StoreUnavailable',
  reason: 'the log has no position left for another event',
})

export const createSqliteLogWriter = (
  db: SqliteDatabase,
  heads: StreamHeads,
  checkAbsent: StreamIndexCheck,
): SqliteLogWriter => {
  const stateOf = appendCheckReader(db)
  const insertStream = db.prepare<[string]>('INSERT INTO streams (name) VALUES (?)')
  const insertEvent = db.prepare<EventRow>(insertEventSql)
  const upsertCheckpoint = db.prepare<[string, number]>(
    'INSERT INTO checkpoints VALUES (?, ?) ON CONFLICT (reactor) DO UPDATE SET position = excluded.position',
  )
  const addStream = (name: StreamName): StreamHead => {
    checkAbsent(name)
    const head = { stream: Number(insertStream.run(name).lastInsertRowid), last: -1 }
    heads.add(name, head)
    return head
  }

  const writeEvents = (head: StreamHead, events: ReadonlyArray<StoredEvent>): SentAppendResult => {
    const before = heads.lastSequence()
    const sequence = before + events.length
    if (!isSequenceNumber(sequence)) throw noPositionLeft
    let at = before
    for (const { id, type, version, recorded, open, sealed, code } of events) {
      head.last += 1
      at += 1
      insertEvent.run(at, head.stream, head.last, id, type, version, recorded, open, sealed, code ?? null)
    }
    heads.setLastSequence(sequence)
    return [head.last, sequence, false]
  }
  return {
    append: (name, expected, events) => {
      const head = heads.find(name)
      const decision = decideAppend(name, expected, events, stateOf(head))
      if (either.isLeft(decision)) return decision.left
      if (decision.right._tag === 'Write') return writeEvents(head ?? addStream(name), events)
      const { revision, position } = decision.right.appended
      return [revision, sequenceOfPosition(position), true]
    },
    writeCheckpoint: (reactor, sequence) => void upsertCheckpoint.run(reactor, sequence),
  }
}

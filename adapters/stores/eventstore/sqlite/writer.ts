import * as either from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../domain/event/stream'
import type { Appended, Conflict, Expected, InvalidAppend, StoredEvent } from '../../../../domain/ports/event-store'
import type { Db } from '../../sqlite/open'
import { decideAppend } from '../decide-append'
import { positionOf } from '../position'
import type { Head, Heads } from './heads'
import { standingIn } from './standing'

/** Writes within the transaction of a group commit. What is refused is refused before a byte is written. */
export interface Writer {
  readonly append: (
    stream: StreamName,
    expected: Expected,
    events: ReadonlyArray<StoredEvent>,
  ) => Either<Conflict | InvalidAppend, Appended>
  readonly checkpoint: (reactor: string, place: number) => void
}

type EventRow = [number, number, string, string, number, string, string, Uint8Array]

/** A position left out is the one after the last, which costs less than one to be looked for. Nothing is ever deleted. */
const insertEventSql = `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed)
  VALUES (?, ?, unhex(?, '-'), ?, ?, ?, ?, ?)`

export const writerOf = (db: Db, heads: Heads): Writer => {
  const standing = standingIn(db)
  const insertStream = db.prepare<[string]>('INSERT INTO streams (name) VALUES (?)')
  const insertEvent = db.prepare<EventRow>(insertEventSql)
  const upsertCheckpoint = db.prepare<[string, number]>(
    'INSERT INTO checkpoints VALUES (?, ?) ON CONFLICT (reactor) DO UPDATE SET position = excluded.position',
  )
  const begin = (name: StreamName): Head => {
    const head = { stream: Number(insertStream.run(name).lastInsertRowid), last: -1 }
    heads.begun(name, head)
    return head
  }

  const write = (head: Head, events: ReadonlyArray<StoredEvent>): Appended => {
    const place = heads.lastPlace() + events.length
    for (const { id, type, version, recorded, open, sealed } of events) {
      head.last += 1
      insertEvent.run(head.stream, head.last, id, type, version, recorded, open, sealed)
    }
    heads.movedLog(place)
    return { revision: head.last, position: positionOf(place), repeated: false }
  }
  return {
    append: (name, expected, events) => {
      const head = heads.of(name)
      const decision = decideAppend(name, expected, events, standing(head))
      if (either.isLeft(decision)) return decision
      return either.right(
        decision.right._tag === 'Repeat' ? decision.right.appended : write(head ?? begin(name), events),
      )
    },
    checkpoint: (reactor, place) => void upsertCheckpoint.run(reactor, place),
  }
}

import { categoryOfStream, type StreamName } from '../../../../domain/event/stream'
import {
  monthRangesOfLogSegment,
  eventsThatMayBeShuffled,
  shuffledSequences,
  type SequenceRange,
} from '../../../../retention/shuffling/shuffled-sequences'
import { systemRandom } from '../../../system/random/system-random'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import type { SegmentToShuffle } from './log-writer-protocol'

/** The name under which the table of checkpoints has the end of the last segment that was shuffled. */
export const shuffledSegmentsCheckpointName = 'shuffled segments'

const columns = 'position, stream, revision, id, type, version, recorded, open, sealed, code'
type Row = [position: number, stream: number, revision: number, ...others: unknown[]]

/** The new number of each stream that began in the month: they share theirs out in the order in which the rows name them. */
const newStreamIds = (begun: ReadonlyArray<number>, rows: ReadonlyArray<Row>): ReadonlyMap<number, number> => {
  const isBegun = new Set(begun)
  const inNewOrder = [...new Set(rows.map(([, stream]) => stream))].filter((stream) => isBegun.has(stream))
  return new Map(inNewOrder.map((stream, at) => [stream, begun[at] as number]))
}

/**
 * Shuffles the events of a segment, within the transaction of its caller, one month in memory at a time. Streams that
 * began in the same month get each other's numbers. All these rows are deleted and inserted again in their new order, and
 * deleted bytes are overwritten: pages of tables and indexes hold their entries in the order of writing too.
 */
export const eventShuffler = (db: SqliteDatabase): ((segment: SegmentToShuffle) => void) => {
  const between = db
    .prepare<[number, number], Row>(
      `SELECT ${columns} FROM events WHERE position > ? AND position < ? ORDER BY position`,
    )
    .raw()
  const ofStreamFrom = db
    .prepare<[number, number], Row>(
      `SELECT ${columns} FROM events WHERE stream = ? AND position >= ? ORDER BY position`,
    )
    .raw()
  const nameOf = db.prepare<[number], StreamName>('SELECT name FROM streams WHERE id = ?').pluck()
  const deleteEvent = db.prepare<[number]>('DELETE FROM events WHERE position = ?')
  const insertEvent = db.prepare(`INSERT INTO events (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const deleteStream = db.prepare<[number]>('DELETE FROM streams WHERE id = ?')
  const insertStream = db.prepare<[number, StreamName]>('INSERT INTO streams (id, name) VALUES (?, ?)')

  const streamNames = (rows: ReadonlyArray<Row>): ReadonlyMap<number, StreamName> =>
    new Map(
      [...new Set(rows.map(([, stream]) => stream))].flatMap((stream) => {
        const name = nameOf.get(stream)
        return name === undefined ? [] : [[stream, name] as const]
      }),
    )
  const shuffleRows = ({ after, before }: SequenceRange, fixed: ReadonlyArray<number>): void => {
    const segment = between.all(after, before)
    const names = streamNames(segment)
    const events = segment.map(([sequence, stream]) => ({
      sequence,
      stream,
      category: categoryOfStream(names.get(stream) ?? ('' as StreamName)),
    }))
    const sequences = shuffledSequences(systemRandom.shuffle)(eventsThatMayBeShuffled(fixed)(events))
    const begun = segment
      .flatMap(([, stream, revision]) => (revision === 0 && names.has(stream) ? [stream] : []))
      .sort((a, b) => a - b)
    const later = begun.flatMap((stream) => ofStreamFrom.all(stream, before))
    const moved = [...segment, ...later]
      .map(([position, ...row]): Row => [sequences.get(position) ?? position, ...row] as Row)
      .sort(([a], [b]) => a - b)
    const ids = newStreamIds(begun, moved)
    for (const [position] of [...segment, ...later]) deleteEvent.run(position)
    for (const stream of begun) deleteStream.run(stream)
    for (const [stream, id] of ids) insertStream.run(id, names.get(stream) as StreamName)
    for (const [position, stream, ...row] of moved) insertEvent.run(position, ids.get(stream) ?? stream, ...row)
  }
  return ([after, before, closings, fixed]) => {
    db.pragma('secure_delete = on')
    try {
      for (const month of monthRangesOfLogSegment({ after, before }, closings)) shuffleRows(month, fixed)
      // Random names split pages, and the unused part of a page keeps the entries that were moved to another one.
      db.exec('REINDEX streams')
    } finally {
      db.pragma('secure_delete = off')
    }
  }
}
